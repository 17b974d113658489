package io.jenkins.plugins.azml.scenarios.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An {@code azml} on an agent that keeps what it is called with and gives the answers that lie ready. */
final class FakeAzml {
    private final Path folder;

    private FakeAzml(Path folder) {
        this.folder = folder;
    }

    static FakeAzml in(Path folder) throws IOException {
        Files.createDirectories(folder);
        FakeAzml fake = new FakeAzml(folder);
        try (InputStream script = FakeAzml.class.getResourceAsStream("azml.sh")) {
            Files.copy(java.util.Objects.requireNonNull(script), fake.command());
        }
        if (!fake.command().toFile().setExecutable(true)) {
            throw new IOException(fake.command() + " cannot be made executable");
        }
        for (String verb : List.of(
                "setup",
                "train",
                "evaluate",
                "register",
                "deploy",
                "test",
                "promote",
                "rollback",
                "resume",
                "validate",
                "emulator",
                "yaml")) {
            fake.answers(verb, 0, done(verb, "{}"));
        }
        fake.answers(
                "cancel", 4, "{\"run\": \"@RUN@\", \"stage\": \"train\", \"status\": \"cancelled\", \"exitCode\": 4}");
        return fake;
    }

    static String done(String stage, String result) {
        return "{\"run\": \"@RUN@\", \"stage\": \"" + stage + "\", \"status\": \"done\", \"exitCode\": 0, \"result\": "
                + result + "}";
    }

    static String waiting(String stage) {
        return "{\"run\": \"@RUN@\", \"stage\": \"" + stage + "\", \"status\": \"waiting\", \"exitCode\": 0}";
    }

    Path command() {
        return folder.resolve("azml");
    }

    Path folder() {
        return folder;
    }

    /** What every call of a verb gives, where no answer lies ready for that very call. */
    void answers(String verb, int exit, String object) throws IOException {
        Files.writeString(folder.resolve(verb + ".answer"), exit + "\n" + object + "\n");
    }

    /** What the n-th call of a verb gives. */
    void answers(String verb, int call, int exit, String object) throws IOException {
        Files.writeString(folder.resolve(verb + "." + call + ".answer"), exit + "\n" + object + "\n");
    }

    /** What {@code azml emulator env} prints. */
    void localAzure(String exports) throws IOException {
        Files.writeString(folder.resolve("local"), exports + "\n");
    }

    /** Calls of a verb last until they are ended by a signal. */
    void waitsIn(String verb) throws IOException {
        Files.createFile(folder.resolve(verb + ".waits"));
    }

    /** What it was called with, each word in brackets; without the words that name results. */
    List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls)
                ? Files.readString(calls)
                        .lines()
                        .map(line -> line.strip().replaceAll(" \\[--result=[^]]*]", ""))
                        .toList()
                : List.of();
    }

    /** The variables of Azure that it saw, over all calls. */
    String environment() throws IOException {
        return Files.readString(folder.resolve("environment"));
    }
}
