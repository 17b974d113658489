package io.jenkins.plugins.azml.cli;

import io.jenkins.plugins.azml.cli.run.Interruption;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A shell whose words are kept. */
public final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;
    private final Map<String, String> environment;

    public Terminal(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Executes a command. Gives its exit status. */
    public int run(String... arguments) {
        return Azml.commandLine(shell()).execute(arguments);
    }

    public Shell shell() {
        return new Shell(
                environment,
                folder,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")),
                RandomGenerator.of("L64X128MixRandom"),
                new Interruption(),
                Outside.real());
    }

    public Map<String, String> environment() {
        return environment;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
