import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.rest.Pipeline;
import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.FileStateStore;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.SharedHost;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import io.jenkins.plugins.azml.engine.turn.Watcher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * So many runs that wait for their jobs in one process: its heap in bytes, its threads, requests and CPU of a tick. Azure
 * is a function that pages through as many jobs of 1.4 KB; the states lie on disk, as they would.
 */
final class Waits {
    private static final int PAGE = 100;
    private static final int TICKS = 5;
    private static final int WARM_UP = 2_000;
    private static final String BASE = "https://arm.test";
    private static final String FILLER = "x".repeat(1300);

    private int requests;

    /** Waits for the job of its run's name. */
    private record Waiting(Jobs jobs) implements Stage<Waiting.State, String> {
        static final StateCodec<State> CODEC = new StateCodec<>("waiting", 1, State.class);

        sealed interface State {
            record For(String job) implements State {}
        }

        @Override
        public Turn<State, String> advance(State state, StageContext context) {
            return Turn.wait(state, Until.jobChanges(((State.For) state).job(), "Running", Duration.ofHours(1)));
        }

        @Override
        public Turn<State, String> cancel(State state, StageContext context) {
            return Turn.done(state, "cancelled");
        }
    }

    private record Ignored() implements SharedHost.Ends {
        @Override
        public void done(RunId run, Object result) {}

        @Override
        public void failed(RunId run, ProblemException problem) {
            throw problem;
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Waits().measure(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    }

    private void measure(int runs, Path folder) throws IOException, InterruptedException {
        ExecutorService turns = Executors.newFixedThreadPool(4);
        // What is loaded and compiled once belongs to no wait.
        SharedHost warm = waiting(WARM_UP, folder.resolve("warm-up"), turns);
        IntStream.range(0, TICKS).forEach(tick -> warm.tick());
        SharedHost host = waiting(runs, folder.resolve("measured"), turns);
        long heap = heap();
        Reference.reachabilityFence(warm);
        int first = requests;
        long cpu = cpu();
        IntStream.range(0, TICKS).forEach(tick -> host.tick());
        System.out.printf(
                "{\"runs\": %d, \"heap\": %d, \"threads\": %d, \"requests\": %d, \"cpu\": %d}%n",
                runs, heap, Thread.activeCount(), (requests - first) / TICKS, (cpu() - cpu) / TICKS / 1_000_000);
        turns.shutdownNow();
    }

    /** A host whose runs have all come to their wait and were looked at once. */
    private SharedHost waiting(int runs, Path folder, ExecutorService turns) throws IOException, InterruptedException {
        FileStateStore store = new FileStateStore(Files.createDirectories(folder));
        Workspace workspace = workspace(runs);
        SharedHost host = new SharedHost(
                new Watcher(workspace.jobs()),
                Instant::now,
                turns,
                Duration.ZERO,
                run -> advancer(workspace, store, run),
                new Ignored());
        for (int i = 0; i < runs; i++) {
            RunId run = new RunId("job-" + i);
            advancer(workspace, store, run).begin(new Waiting.State.For("job-" + i));
            host.take(run);
        }
        while (host.waiting() < runs) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        host.tick();
        return host;
    }

    private static Advancer<Waiting.State, String> advancer(Workspace workspace, FileStateStore store, RunId run) {
        return new Advancer<>(
                new Waiting(workspace.jobs()),
                Waiting.CODEC,
                run,
                new Advancer.Surroundings(
                        store, event -> {}, Instant::now, new Random(1), "bench", Duration.ZERO, Duration.ofMinutes(1)));
    }

    private Workspace workspace(int runs) {
        Pipeline pipeline = new Pipeline(
                request -> answer(request, runs),
                fresh -> "token",
                new Hosts(java.util.Set.of("arm.test"), java.util.Set.of()),
                new Budget(1_000_000, 1_000_000),
                Instant::now);
        return new Workspace(pipeline, new Blobs(pipeline), URI.create(BASE), new WorkspaceId("s", "g", "w"));
    }

    private Transport.Response answer(Transport.Request request, int runs) {
        requests++;
        String query = String.valueOf(request.url().getQuery());
        int skip = query.contains("skip=") ? Integer.parseInt(query.replaceAll(".*skip=(\\d+).*", "$1")) : 0;
        List<Map<String, Object>> jobs = IntStream.range(skip, Math.min(skip + PAGE, runs))
                .mapToObj(Waits::job)
                .toList();
        Map<String, Object> page = new HashMap<>(Map.of("value", jobs));
        if (skip + PAGE < runs) {
            page.put("nextLink", BASE + request.url().getPath() + "?skip=" + (skip + PAGE));
        }
        return new Transport.Response(200, Headers.none(), new ByteArrayInputStream(Json.bytes(page)));
    }

    private static Map<String, Object> job(int number) {
        return Map.of("name", "job-" + number, "properties", Map.of("status", "Running", "description", FILLER));
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Nanoseconds of this process. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
