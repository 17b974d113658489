package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.emulator.Emulator;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.runner.files.FileSet;
import io.jenkins.plugins.azml.runner.files.Trees;
import io.jenkins.plugins.azml.runner.script.ScriptCompiler;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The example's sources, and an Azure in which its model serves in production: what every trial begins with. */
final class Twins implements AutoCloseable {
    static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    private static final Path EXAMPLE = REPOSITORY.resolve("examples/diabetes");

    /** The twin's models give the sum of a row times their first number. */
    private static final String TESTS = """
            tests:
              - name: a row
                request:
                  json:
                    input_data:
                      data: [[1, 2]]
                expect:
                  status: 200
                  values:
                    - path: $[0]
                      equals: 6
            """;

    private final Path folder;
    private final Path sources;
    private final ScriptCompiler library;
    private final InMemoryEmulator served;
    private long seed = 1000;

    private Twins(Path folder) throws IOException {
        this.folder = folder;
        this.sources = folder.resolve("sources");
        Trees.copy(EXAMPLE, new FileSet("azml/**,src/**,data/**", "", false).list(EXAMPLE), sources);
        Files.writeString(sources.resolve("azml/tests.yml"), TESTS);
        library = new ScriptCompiler(getClass().getClassLoader(), List.of());
        library.addLibrary(List.of(url("src"), url("vars")));
        served = scripted(Emulator.inMemory(1), 55.0);
        new Trial(this, Bindings.COMMAND_LINE, served)
                .run(List.of(Flow.Build.ofMain().with(Flow.Build.KNOWN)), Kill.NEVER);
        settle(served);
    }

    private static URL url(String part) throws IOException {
        return REPOSITORY.resolve(part).toUri().toURL();
    }

    static Twins in(Path folder) throws IOException {
        return new Twins(folder);
    }

    private static InMemoryEmulator scripted(InMemoryEmulator emulator, double rmse) {
        emulator.jobs()
                .script(plan -> new JobScript(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        List.of("one", "two"),
                        Map.of("rmse", rmse, "r2", 0.5),
                        Map.of(),
                        Map.of("model/MLmodel", "2", "model/model.skops", "x"),
                        0));
        return emulator;
    }

    private static void settle(InMemoryEmulator emulator) {
        while (emulator.clock().next().isPresent()) {
            emulator.clock().advance(Duration.ofMinutes(1));
        }
    }

    /** A trial in the company's Azure as it is before a flow, one's own. */
    Trial trial(Bindings bindings) throws IOException {
        return new Trial(this, bindings, served.fork(seed++));
    }

    void trainsTo(InMemoryEmulator emulator, double rmse) {
        scripted(emulator, rmse);
    }

    InMemoryEmulator ofStrangers(InMemoryEmulator emulator) {
        return scripted(emulator, 54.0);
    }

    /** A folder of its own for a trial. */
    Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "trial");
    }

    /** The library's classes, which no life of a runner changes: compiling and linking them anew is most of a life. */
    ClassLoader library() {
        return library.trusted();
    }

    Path sources() {
        return sources;
    }

    @Override
    public void close() {
        served.close();
    }
}
