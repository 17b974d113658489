package io.jenkins.plugins.azml.scenarios.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** Folders of tests, all below {@code target/local}; they are left for whoever wants to look. */
final class Places {
    static final Path ROOT = Path.of("target", "local").toAbsolutePath();
    static final Path EXAMPLE =
            Path.of("..", "examples", "diabetes").toAbsolutePath().normalize();
    /** The command of the archive that this build has made, where it was unpacked. */
    static final Path AZML =
            azml(Path.of("..", "cli", "target").toAbsolutePath().normalize());

    private Places() {}

    private static Path azml(Path built) {
        try (Stream<Path> files = Files.find(built, 4, (file, attributes) -> file.endsWith("bin/azml"))) {
            return files.findFirst().orElseThrow();
        } catch (IOException | NoSuchElementException missing) {
            throw new AssertionError(
                    "no azml is unpacked below " + built + ": mvn -B package -DskipTests -pl cli -am", missing);
        }
    }

    /** An empty folder. */
    static Path fresh(Path folder) {
        try {
            if (Files.exists(folder)) {
                for (Path old :
                        below(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(old);
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A copy of the example in an empty folder. */
    static Path example(String name) {
        Path copy = fresh(ROOT.resolve(name));
        copy(EXAMPLE, copy);
        return copy;
    }

    /** Copies a folder with all that is in it. */
    static void copy(Path source, Path copy) {
        for (Path file : below(source)) {
            Path target = copy.resolve(source.relativize(file).toString());
            try {
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Everything in a folder, itself first. */
    static List<Path> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void write(Path file, String text) {
        folder(file.getParent());
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void replace(Path file, String old, String other) {
        try {
            String text = Files.readString(file);
            if (!text.contains(old)) {
                throw new AssertionError(file + " has no '" + old + "'");
            }
            Files.writeString(file, text.replace(old, other));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
