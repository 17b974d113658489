package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files of folders, in the order of their names. */
public final class YamlFiles {
    private YamlFiles() {}

    /** @throws io.jenkins.plugins.azml.engine.problem.ProblemException FILE_NOT_FOUND if there are none */
    public static List<Path> of(List<Path> places) {
        return places.stream().flatMap(YamlFiles::of).toList();
    }

    private static Stream<Path> of(Path place) {
        if (!Files.isDirectory(place)) {
            return Stream.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Path> found = files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw Problem.of(ProblemCode.FILE_NOT_FOUND, "there is no .yml file in the folder '" + place + "'")
                        .asException();
            }
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
