package io.jenkins.plugins.azml.scenarios.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a class of these tests in a process of its own, with a small heap and a deadline. */
final class SmallProcess {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private SmallProcess() {}

    /** What became of the process; the exit status is absent, and the process ended, if the deadline passed first. */
    record Outcome(int exitStatus, String output) {
        static final int TOO_LATE = -1;
    }

    static Outcome run(Class<?> main, int heapMebibytes, int deadlineSeconds, Path folder, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-Xmx" + heapMebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve(main.getSimpleName() + ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(deadlineSeconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new Outcome(
                ended ? process.exitValue() : Outcome.TOO_LATE, Files.readString(output, StandardCharsets.UTF_8));
    }
}
