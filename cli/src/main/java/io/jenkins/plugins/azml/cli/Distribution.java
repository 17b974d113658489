package io.jenkins.plugins.azml.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that azml was unpacked into: its command, the shared library of its release, the worked example. */
public record Distribution(Path folder) {

    /** The one that this process was started from; empty where only a class path is known. */
    public static Optional<Distribution> ofThisProcess() {
        return Optional.ofNullable(System.getProperty("azml.home"))
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(Distribution::new);
    }

    public Path programs() {
        return folder.resolve("bin");
    }

    public Path command() {
        return programs().resolve("azml");
    }

    public Path library() {
        return folder.resolve("library");
    }

    public Path example(String name) {
        return folder.resolve("examples").resolve(name);
    }
}
