package io.jenkins.plugins.azml.engine.spec.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies beside a path that does not exist. */
final class Neighbours {
    private static final int MOST = 1_000;

    private Neighbours() {}

    /** The name of a file or folder beside it that is spelt almost like it. */
    static Optional<String> nearest(Path path) {
        Path folder = path.getParent();
        Path name = path.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return Nearest.of(name.toString(), names(folder));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
