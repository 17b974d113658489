package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.emulator.Emulator;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.runner.script.ScriptCompiler;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The library, and an Azure in which the example's model serves in production: what trials begin with. */
public final class Twins implements AutoCloseable {
    static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    private final Path folder;
    private final ScriptCompiler library;
    private final InMemoryEmulator served;
    private long seed = 1000;

    private Twins(Path folder) throws IOException {
        this.folder = folder;
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

    public static Twins in(Path folder) throws IOException {
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
    synchronized Trial trial(BoundSteps bindings) throws IOException {
        return new Trial(this, bindings, served.fork(seed++));
    }

    /** A job of one's own with the example's files, in the same Azure. */
    public synchronized TwinJob job(BoundSteps bindings) throws IOException {
        TwinJob job = new TwinJob(this, bindings, served.fork(seed++));
        new Project(job.sources()).lay(Flow.Build.of(7), "");
        return job;
    }

    /** How flows end, the one after the other, in an Azure that was empty before; what is said of each, its own builds. */
    public List<End> endsFromNothing(List<Flow> flows) throws IOException {
        List<End> ends = new ArrayList<>();
        try (Trial trial = new Trial(this, Bindings.COMMAND_LINE, Emulator.inMemory(seed++))) {
            for (Flow flow : flows) {
                ends.add(trial.run(flow.builds(), Kill.NEVER).end());
            }
        }
        return ends;
    }

    public void trainsTo(InMemoryEmulator emulator, double rmse) {
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

    @Override
    public void close() {
        served.close();
    }
}
