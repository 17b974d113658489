package io.jenkins.plugins.azml.emulator.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a child process is started with.
 *
 * @param name for messages and the list of children
 * @param folder its working folder
 * @param environment all that it gets; nothing is inherited
 * @param limit after which it is ended; empty: it may run until it is cancelled
 * @param outputLimit in bytes, after which output is read but dropped
 */
public record Command(
        String name,
        List<String> arguments,
        Path folder,
        Map<String, String> environment,
        Optional<Duration> limit,
        long outputLimit) {
    private static final long DEFAULT_OUTPUT_LIMIT = 64L << 20;

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A command without a time limit whose output ends at 64 MiB. */
    public static Command of(String name, List<String> arguments, Path folder, Map<String, String> environment) {
        return new Command(name, arguments, folder, environment, Optional.empty(), DEFAULT_OUTPUT_LIMIT);
    }

    public Command within(Duration other) {
        return new Command(name, arguments, folder, environment, Optional.of(other), outputLimit);
    }

    public Command withOutputLimit(long bytes) {
        return new Command(name, arguments, folder, environment, limit, bytes);
    }

    /** Names the command without its arguments and environment, which may hold secrets. */
    @Override
    public String toString() {
        return name;
    }
}
