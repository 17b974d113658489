package io.jenkins.plugins.azml.scenarios.library;

import io.jenkins.plugins.azml.runner.RunOptions;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.Runner;
import io.jenkins.plugins.azml.runner.library.LibrarySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Builds of one job that loads this repository's library, in a folder of its own. */
final class LibraryRun {
    private final Path folder;
    private final FakeAzml azml;
    private final Map<String, String> variables = new TreeMap<>();
    private final StringBuffer console = new StringBuffer();

    private LibraryRun(Path folder, FakeAzml azml) {
        this.folder = folder;
        this.azml = azml;
        variables.put("AZML_COMMAND", azml.command().toString());
        variables.put("FAKE", azml.folder().toString());
    }

    static LibraryRun in(Path folder) throws IOException {
        LibraryRun run = new LibraryRun(folder, FakeAzml.in(folder.resolve("azml")));
        Path sources = Files.createDirectories(folder.resolve("sources"));
        new ProcessBuilder("git", "init", "--quiet", sources.toString())
                .start()
                .onExit()
                .join();
        return run;
    }

    /** The root of this repository. */
    static Path repository() {
        return Path.of("").toAbsolutePath().getParent();
    }

    FakeAzml azml() {
        return azml;
    }

    /** Lets this build's own {@code azml} work on the agent. */
    LibraryRun withRealAzml() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path command = folder.resolve("azml/real");
        Files.writeString(
                command,
                "#!/bin/sh\nexec '" + java + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
                        + System.getProperty("java.class.path") + "' io.jenkins.plugins.azml.cli.Main \"$@\"\n");
        if (!command.toFile().setExecutable(true)) {
            throw new IOException(command + " cannot be made executable");
        }
        return with("AZML_COMMAND", command.toString());
    }

    LibraryRun with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    LibraryRun without(String variable) {
        variables.remove(variable);
        return this;
    }

    /** Lays a file into the repository that the job checks out. */
    LibraryRun file(String name, String text) throws IOException {
        Path file = folder.resolve("sources").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** What the builds have printed so far. */
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
        Path jenkinsfile = Files.writeString(folder.resolve("sources/Jenkinsfile"), script);
        RunOptions.Builder options = RunOptions.of(jenkinsfile)
                .home(folder.resolve("home"))
                .job("models/iris")
                .user("tester")
                .variables(variables)
                .libraries(List.of(new LibrarySource("azml", repository(), "HEAD", true)));
        return new Runner(change.apply(options).build(), console::append, (question, approved) -> {});
    }
}
