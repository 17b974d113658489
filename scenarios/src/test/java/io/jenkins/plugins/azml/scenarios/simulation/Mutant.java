package io.jenkins.plugins.azml.scenarios.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An engine, or a host, with one protection broken, which the simulation must notice.
 *
 * @param subject the stage in whose plans it is looked for
 * @param strikes the mishaps of the plans that are tried first, joined by {@code +}; empty for the clean run
 * @param source the file that is changed, from the repository's root
 * @param original what stands there exactly once
 * @param replacement what stands there in the mutant
 */
record Mutant(String what, String subject, String strikes, String source, String original, String replacement) {
    private static final Path ROOT = Path.of("..");
    private static final String PACKAGE = "src/[a-z]+/java/";

    /** The whole file as it is in the mutant. */
    String text() {
        String now = read(ROOT.resolve(source));
        int at = now.indexOf(original);
        if (at < 0 || now.indexOf(original, at + 1) >= 0) {
            throw new IllegalStateException("mutant '" + what + "' is about what does not stand in " + source
                    + " exactly once any more: mend the mutant\n" + original);
        }
        return now.substring(0, at) + replacement + now.substring(at + original.length());
    }

    /** The class that the file holds. */
    String type() {
        return source.split(PACKAGE, 2)[1].replace(".java", "").replace('/', '.');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
