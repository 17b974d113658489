package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The example's files in a work folder of their own. */
record Example(Path folder) {
    private static final String NAME = "diabetes";

    /** Copies the example that came with this release. */
    static Example copiedInto(Path work) {
        Path source = Path.of(System.getProperty("azml.home", ""), "examples", NAME);
        if (!Files.isDirectory(source)) {
            throw Problem.of(
                            ProblemCode.FILE_NOT_FOUND,
                            "the worked example is not in " + source + "; start azml from its archive or checkout")
                    .asException();
        }
        Path folder = work.resolve(NAME);
        copy(source, folder);
        return new Example(folder);
    }

    private static void copy(Path source, Path target) {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path to = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The work folder of the demo. */
    static Path workFolder(Shell shell) {
        return shell.home().resolve("demo");
    }

    Path file(String name) {
        return folder.resolve("azml").resolve(name);
    }

    List<Path> setup(String workspace) {
        return List.of(file("setup").resolve(workspace));
    }
}
