package io.jenkins.plugins.azml.emulator.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.install.Fingerprint;
import io.jenkins.plugins.azml.emulator.python.PythonHost;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A real MLflow server in a process of its own. Artifacts do not pass through it: they are blobs from the first byte
 * on, because that is where Azure ML's clients look for them.
 */
public final class MlflowTrackingStore implements TrackingStore {
    private static final String API = "/api/2.0/mlflow/";
    private static final String WORKSPACES = "/api/3.0/mlflow/workspaces";
    private static final String SERVER_INFO = "/api/3.0/mlflow/server-info";
    private static final String RUN_ID_TAG = "azml.runId";
    private static final Pattern MLFLOW_NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?");

    private final MlflowServer server;
    private final BlobStore blobs;
    private final RunArtifacts artifacts;
    private final TrackingAccess access;
    private final InstantSource clock;
    private final Set<String> knownWorkspaces = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Connection connection;

    private record Connection(MlflowServer.Running server, MlflowClient client, ArtifactProxy artifacts) {}

    /**
     * @param folder where the server keeps its database
     * @param clock for the end of runs
     */
    public MlflowTrackingStore(
            Path folder,
            BlobStore blobs,
            RunArtifacts artifacts,
            TrackingAccess access,
            InstantSource clock,
            PythonHost python) {
        this.server = new MlflowServer(folder, python);
        this.blobs = blobs;
        this.artifacts = artifacts;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        MlflowServer.Running running = server.start();
        MlflowClient client = new MlflowClient(running.address());
        connection = new Connection(running, client, new ArtifactProxy(blobs, artifacts, client));
    }

    private Connection connection() {
        Connection open = connection;
        if (open == null) {
            throw new IllegalStateException("the tracking store is not started");
        }
        return open;
    }

    @Override
    public void startRun(TrackedRun run) {
        String workspace = mlflowWorkspace(run.workspace());
        ArrayNode tags = Json.array().add(tag(RUN_ID_TAG, run.runId()));
        run.tags().forEach((key, value) -> tags.add(tag(key, value)));
        ObjectNode body = Json.object()
                .put("experiment_id", experimentId(workspace, run.experiment()))
                .put("start_time", clock.millis())
                .put("run_name", run.displayName())
                .set("tags", tags);
        MlflowClient.body(connection().client().post(workspace, API + "runs/create", body));
    }

    private static ObjectNode tag(String key, String value) {
        return Json.object().put("key", key).put("value", value);
    }

    private String experimentId(String workspace, String name) {
        MlflowClient client = connection().client();
        ObjectNode body = Json.object().put("name", name);
        Reply created = client.post(workspace, API + "experiments/create", body);
        if (created.status() == 200) {
            return MlflowClient.body(created).path("experiment_id").asText();
        }
        JsonNode found = MlflowClient.body(
                client.get(workspace, API + "experiments/get-by-name", Map.of("experiment_name", name)));
        return found.path("experiment").path("experiment_id").asText();
    }

    // MLflow allows fewer names than Azure ML does.
    private String mlflowWorkspace(String workspace) {
        String name = MLFLOW_NAME.matcher(workspace).matches() ? workspace : "w-" + Fingerprint.of(workspace);
        if (!knownWorkspaces.contains(name)) {
            Reply created = connection()
                    .client()
                    .post("default", WORKSPACES, Json.object().put("name", name));
            if (!created.bodyText().contains("RESOURCE_ALREADY_EXISTS")) {
                MlflowClient.body(created);
            }
            knownWorkspaces.add(name);
        }
        return name;
    }

    @Override
    public void endRun(String workspace, String runId, String status) {
        ObjectNode body =
                Json.object().put("run_id", runId).put("status", status).put("end_time", clock.millis());
        MlflowClient.body(connection().client().post(mlflowWorkspace(workspace), API + "runs/update", body));
    }

    @Override
    public Map<String, String> variables(TrackedRun run) {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "MLFLOW_TRACKING_URI", access.trackingUri(run.workspace()).toString(),
                "MLFLOW_TRACKING_TOKEN", access.token(),
                "MLFLOW_EXPERIMENT_ID", experimentId(mlflowWorkspace(run.workspace()), run.experiment()),
                "MLFLOW_RUN_ID", run.runId(),
                "MLFLOW_DISABLE_TELEMETRY", "true",
                "GIT_PYTHON_REFRESH", "quiet"));
        access.authority().ifPresent(file -> variables.put("MLFLOW_TRACKING_SERVER_CERT_PATH", file.toString()));
        return variables;
    }

    @Override
    public Reply handle(String workspace, Request request) {
        String name = mlflowWorkspace(workspace);
        Connection open = connection();
        if (request.path().startsWith(WORKSPACES)) {
            return ArtifactProxy.error(404, "ENDPOINT_NOT_FOUND", "workspaces are Azure ML's here");
        }
        if (request.path().equals(ArtifactProxy.ARTIFACTS)
                || request.path().startsWith(ArtifactProxy.ARTIFACTS + "/")) {
            return open.artifacts().handle(workspace, name, request);
        }
        if (request.path().equals(ArtifactProxy.LIST_OF_RUN)) {
            return open.artifacts().listOfRun(workspace, request);
        }
        Reply reply = open.client().forward(name, request);
        return request.path().equals(SERVER_INFO) ? withoutWorkspaces(reply) : reply;
    }

    // A client that hears of workspaces wants to choose one; here its address did.
    private static Reply withoutWorkspaces(Reply reply) {
        return MlflowClient.body(reply) instanceof ObjectNode info
                ? Reply.json(reply.status(), info.put("workspaces_enabled", false))
                : reply;
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        if (open != null) {
            open.server().close();
        }
    }
}
