package io.jenkins.plugins.azml.scenarios.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts processes in one folder with one environment; what each says is kept in {@code output/}, readable afterwards.
 *
 * @param variables beside those of this process, none of which speaks of Azure
 */
record Shell(Path folder, Map<String, String> variables) {

    Shell with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new Shell(folder, more);
    }

    /** Runs {@code azml}. */
    Outcome azml(String... arguments) {
        return startAzml(arguments).end();
    }

    Running startAzml(String... arguments) {
        return start(azmlLine(arguments));
    }

    /** The command line as users start it: the script of the archive becomes the JVM. */
    static List<String> azmlLine(String... arguments) {
        List<String> line = new ArrayList<>(List.of(Places.AZML.toString()));
        line.addAll(List.of(arguments));
        return line;
    }

    Running start(List<String> line) {
        try {
            Path output = Files.createDirectories(folder.resolve("output"));
            Path out = Files.createTempFile(output, "", ".out");
            Path err = Path.of(out.toString().replaceAll("out$", "err"));
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.matches("(AZURE|AZUREML|AZML|ARM|IDENTITY|MSI|CI)(_.*)?")
                            && !name.equals("AZML_CACHE"));
            builder.environment().putAll(variables);
            return new Running(line, builder.start(), out, err);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
