package io.jenkins.plugins.azml.scenarios.local;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Network;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** An emulator that {@code azml emulator start} has started, and the questions that tests ask it. */
final class LocalAzure implements AutoCloseable {
    private static final Budget PLENTY = new Budget(1_000_000, 1_000_000);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Between two looks at a log that nothing announces. */
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Shell shell;
    private final Path folder;
    private final String workspaces;
    private Map<String, String> variables = Map.of();
    private long pid;
    private Connection connection;
    private String root = "";

    private LocalAzure(Path place, List<String> workspaces) {
        this.shell = new Shell(place, Map.of());
        this.folder = place.resolve("emulator");
        this.workspaces = String.join(",", workspaces);
        this.connection = start();
    }

    /** @param place where the emulator's folder and its commands' output lie */
    static LocalAzure start(Path place, String... workspaces) {
        return new LocalAzure(Places.fresh(place), List.of(workspaces));
    }

    /** Starts the emulator, or starts it again on what its last life left. */
    Connection start() {
        JsonObject ready = shell.azml(
                        "emulator",
                        "start",
                        "--folder",
                        folder.toString(),
                        "--workspaces",
                        workspaces,
                        "--output",
                        "json")
                .ok()
                .json();
        pid = ready.integer("pid").orElseThrow();
        root = ready.needString("secure") + "/_emulator";
        variables = environment(workspaces.split(",")[0]);
        Network network = Network.from(variables, "scenarios");
        connection =
                Connection.over(network.longLived(), network.longLived(), variables, PLENTY, InstantSource.system());
        return connection;
    }

    /** Where commands about the emulator itself are run. */
    Shell shell() {
        return shell;
    }

    Path folder() {
        return folder;
    }

    /** What {@code azml emulator env} prints, and nothing else. */
    Map<String, String> environment(String workspace) {
        return shell.azml("emulator", "env", "--folder", folder.toString(), "-w", workspace, "--output", "json")
                .ok()
                .json()
                .texts();
    }

    Workspace workspace(String name) {
        return connection.workspace(
                new WorkspaceId(variables.get("AZURE_SUBSCRIPTION_ID"), variables.get("AZURE_RESOURCE_GROUP"), name));
    }

    /** Sends a request to the emulator as any client does. */
    JsonObject ask(String pathAndQuery) {
        return connection.pipeline().send(Call.get("ask", URI.create(root.replace("/_emulator", "") + pathAndQuery)));
    }

    /** The key of the account behind the workspace's default datastore. */
    String accountKey(Workspace workspace) {
        URI url = URI.create(root.replace("/_emulator", "") + workspace.id().path()
                + "/datastores/workspaceblobstore/listSecrets?api-version=2024-10-01");
        return connection
                .pipeline()
                .send(Call.post("read an account key", url, Map.of()))
                .needString("key");
    }

    List<JsonObject> requests() {
        return admin("/requests");
    }

    List<JsonObject> ledger() {
        return admin("/ledger");
    }

    void fault(Map<String, ?> fault) {
        connection.pipeline().send(Call.post("add a fault", URI.create(root + "/faults"), fault));
    }

    void forgetRequests() {
        connection.pipeline().send(Call.delete("forget the requests", URI.create(root + "/requests")));
    }

    /** Waits until the emulator has met a request like this since its log was last cleared. */
    void awaitRequest(Running running, Predicate<JsonObject> like) {
        await(running, () -> requests().stream().anyMatch(like));
    }

    /** Waits until the emulator has met so many requests since its log was last cleared; false if the process ends before. */
    boolean awaitRequests(Running running, int count) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .atMost(PATIENCE)
                .until(() -> !running.isAlive() || requests().size() >= count);
        return running.isAlive();
    }

    private static void await(Running running, Callable<Boolean> moment) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .atMost(PATIENCE)
                .until(() -> moment.call() || endedTooSoon(running, moment));
    }

    private static boolean endedTooSoon(Running running, Callable<Boolean> moment) throws Exception {
        if (!running.isAlive() && !moment.call()) {
            throw new AssertionError("it ended before the moment came: " + running.soFar());
        }
        return false;
    }

    /** {@code kill -9} of the emulator alone; its children go on. */
    void kill() {
        ProcessHandle.of(pid).ifPresent(emulator -> {
            CompletableFuture<ProcessHandle> end = emulator.onExit();
            emulator.destroyForcibly();
            end.join();
        });
    }

    private List<JsonObject> admin(String path) {
        return connection
                .pipeline()
                .send(Call.get("ask the emulator", URI.create(root + path)))
                .objects("value");
    }

    @Override
    public void close() {
        shell.azml("emulator", "stop", "--folder", folder.toString()).ok();
    }
}
