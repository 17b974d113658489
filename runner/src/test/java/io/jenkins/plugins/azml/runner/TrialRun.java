package io.jenkins.plugins.azml.runner;

import io.jenkins.plugins.azml.runner.library.LibrarySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A Jenkinsfile in a folder of its own, and what came of it. */
final class TrialRun {
    private final Path folder;
    private final StringBuilder console = new StringBuilder();

    TrialRun(Path folder) {
        this.folder = folder;
    }

    String console() {
        return console.toString();
    }

    RunResult of(String script) throws IOException {
        return of(script, options -> options);
    }

    RunResult of(String script, UnaryOperator<RunOptions.Builder> change) throws IOException {
        return runner(script, change).run();
    }

    Runner runner(String script, UnaryOperator<RunOptions.Builder> change) throws IOException {
        Path jenkinsfile = Files.writeString(folder.resolve("Jenkinsfile"), script);
        RunOptions.Builder options = RunOptions.of(jenkinsfile).job("trial").user("tester");
        return new Runner(change.apply(options).build(), console::append, (question, approved) -> {});
    }

    /** Writes a file of a library. */
    List<LibrarySource> library(String file, String text) throws IOException {
        Path library = folder.resolve("library");
        Files.createDirectories(library.resolve(file).getParent());
        Files.writeString(library.resolve(file), text);
        return List.of(new LibrarySource("house", library, "main", false));
    }
}
