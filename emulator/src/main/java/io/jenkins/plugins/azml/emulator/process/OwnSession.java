package io.jenkins.plugins.azml.emulator.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts a program in a session of its own: signals that a terminal sends to its foreground do not reach it. */
public final class OwnSession {
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private OwnSession() {}

    /** The words before a command line. The program keeps the process id. */
    public static List<String> starter() {
        return SETSID.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> List.of(setsid.toString()))
                // Without setsid (macOS) Python, which the emulator needs anyway, does the same.
                .orElse(List.of("python3", "-c", "import os, sys; os.setsid(); os.execvp(sys.argv[1], sys.argv[1:])"));
    }
}
