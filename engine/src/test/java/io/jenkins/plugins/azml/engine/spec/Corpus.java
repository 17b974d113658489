package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files under {@code src/test/resources/spec}: a folder a kind. */
final class Corpus {
    static final Path ROOT = Path.of("src/test/resources/spec");

    private static final Map<String, Kind> KINDS = Map.of(
            "job", Kind.COMMAND_JOB,
            "data", Kind.DATA,
            "environment", Kind.ENVIRONMENT,
            "compute", Kind.COMPUTE,
            "datastore", Kind.DATASTORE,
            "model", Kind.MODEL,
            "endpoint", Kind.ONLINE_ENDPOINT,
            "deployment", Kind.MANAGED_ONLINE_DEPLOYMENT);

    private Corpus() {}

    static List<Path> files(String part) {
        return KINDS.keySet().stream()
                .sorted()
                .map(ROOT.resolve(part)::resolve)
                .filter(Files::isDirectory)
                .flatMap(Corpus::list)
                .toList();
    }

    static Kind kind(Path file) {
        return KINDS.get(folder(file));
    }

    static String folder(Path file) {
        return file.getParent().getFileName().toString();
    }

    static String name(Path file) {
        return folder(file) + "/" + file.getFileName();
    }

    static Spec read(Path file) {
        return Specs.read(file, Overrides.none(), kind(file), Spec.class);
    }

    /** What is wrong in a file that is read as the kind of its folder. */
    static List<Finding> findings(Path file) {
        try {
            read(file);
            return List.of();
        } catch (ProblemException e) {
            return e.problems().stream()
                    .map(problem -> new Finding(file.toString(), problem))
                    .toList();
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
