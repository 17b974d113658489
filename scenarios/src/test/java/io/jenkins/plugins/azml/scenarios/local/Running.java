package io.jenkins.plugins.azml.scenarios.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process whose output goes to two files. */
record Running(List<String> call, Process process, Path out, Path err) {
    private static final long LIMIT_MINUTES = 15;

    /** Waits for its end. */
    Outcome end() {
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("it did not end: " + outcome(-1));
            }
            return outcome(process.exitValue());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** {@code kill -9}, of this process alone. */
    void kill() {
        process.destroyForcibly();
        end();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said so far. */
    Outcome soFar() {
        return outcome(-1);
    }

    private Outcome outcome(int status) {
        try {
            return new Outcome(call, status, Files.readString(out), Files.readString(err));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
