package io.jenkins.plugins.azml.emulator.python;

import io.jenkins.plugins.azml.emulator.install.Fingerprint;
import io.jenkins.plugins.azml.emulator.install.InstallException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What pip installs into an environment.
 *
 * @param lines of a requirements file, in a fixed order and each once, so that equal sets are equal
 * @param notes what was read differently from how it was written, for the log
 */
public record Requirements(List<String> lines, List<String> notes) {
    /** The MLflow of the tracking server, with what comes along: scikit-learn, pandas, matplotlib and more. */
    public static final Requirements MLFLOW = of(List.of("mlflow==3.17.2"));

    private static final Set<String> OPTIONS = Set.of(
            "-i",
            "--index-url",
            "--extra-index-url",
            "-f",
            "--find-links",
            "--pre",
            "--prefer-binary",
            "--only-binary",
            "--no-binary",
            "--trusted-host");

    public Requirements {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /**
     * Reads the lines of a requirements file; comments and empty lines are left out.
     *
     * @throws InstallException that names a line that refers to files, which are not there when the environment is made
     */
    public static Requirements of(List<String> lines) {
        return new Requirements(
                lines.stream()
                        .map(line -> line.replaceFirst("(^|\\s)#.*$", "").strip())
                        .filter(line -> !line.isEmpty())
                        .map(Requirements::checked)
                        .distinct()
                        .sorted()
                        .toList(),
                List.of());
    }

    private static String checked(String line) {
        String first = line.split("[\\s=]", 2)[0];
        boolean refused =
                line.startsWith("-") ? !OPTIONS.contains(first) : first.startsWith(".") || first.startsWith("/");
        if (refused) {
            throw new InstallException(
                    "cannot install '" + line
                            + "': files and editable packages are not there when the environment is made; name a package and its version");
        }
        return line;
    }

    /** The same with more notes. */
    public Requirements noting(List<String> more) {
        return new Requirements(
                lines, Stream.concat(notes.stream(), more.stream()).toList());
    }

    /** Equal for equal packages on equal Pythons. */
    String fingerprint(String python) {
        return Fingerprint.of(python + "\n" + String.join("\n", lines));
    }
}
