package io.jenkins.plugins.azml.cli;

import io.jenkins.plugins.azml.cli.run.Interruption;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What surrounds a command.
 *
 * @param folder the current folder, where {@code .azml} lies
 * @param terminal whether a person watches standard error
 * @param outside what the command reaches
 */
public record Shell(
        Map<String, String> environment,
        Path folder,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        InstantSource clock,
        RandomGenerator random,
        Interruption interruption,
        Outside outside) {

    public Shell {
        environment = Map.copyOf(environment);
    }

    /** The value of an environment variable, or empty text. */
    public String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** Runs, configuration and the emulator's folder. */
    public Path home() {
        return folder.resolve(".azml");
    }

    /** Whether colour and a moving line are welcome. */
    public boolean rich() {
        return terminal
                && variable("CI").isEmpty()
                && variable("NO_COLOR").isEmpty()
                && !variable("TERM").equals("dumb");
    }
}
