package io.jenkins.plugins.azml.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process of the emulator: one that hangs, or is gone, is an Azure that cannot be reached.
 *
 * @param folder where it keeps everything
 */
record EmulatorProcess(Path folder) {

    /** Lets it accept connections and answer nothing. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    /** Its jobs end with it. */
    void kill() {
        signal("-KILL");
    }

    void start() {
        Command.run(folder, "azml", "emulator", "start", "--folder", folder.toString());
    }

    private void signal(String signal) {
        Command.run(folder, "kill", signal, pid());
    }

    private String pid() {
        try {
            return Answer.of(Files.readString(folder.resolve("ready.json"))).text("pid");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
