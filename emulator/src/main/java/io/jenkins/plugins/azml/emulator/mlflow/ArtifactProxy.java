package io.jenkins.plugins.azml.emulator.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.blob.BlobItem;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * MLflow's artifact calls, answered from the blobs of the run. A logged model lies under its name among the artifacts
 * of the run that logged it, where Azure ML looks for it.
 */
final class ArtifactProxy {
    static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts";
    static final String LIST_OF_RUN = "/api/2.0/mlflow/artifacts/list";
    private static final String LOGGED_MODELS = "/api/2.0/mlflow/logged-models/";

    private final BlobStore blobs;
    private final RunArtifacts places;
    private final MlflowClient mlflow;
    private final Map<String, BlobLocation> models = new ConcurrentHashMap<>();

    ArtifactProxy(BlobStore blobs, RunArtifacts places, MlflowClient mlflow) {
        this.blobs = blobs;
        this.places = places;
        this.mlflow = mlflow;
    }

    /** Answers a call whose path begins with {@link #ARTIFACTS}. */
    Reply handle(String workspace, String mlflowWorkspace, Request request) {
        String path = request.path().length() > ARTIFACTS.length()
                // A plus sign is a plus sign in a path.
                ? URLDecoder.decode(
                        request.path().substring(ARTIFACTS.length() + 1).replace("+", "%2B"), UTF_8)
                : request.query("path").orElse("");
        Optional<BlobLocation> location =
                ArtifactPath.parse(mlflowWorkspace, path).flatMap(parsed -> locate(workspace, mlflowWorkspace, parsed));
        return location.map(blob -> answer(request, blob))
                .orElseGet(() -> error(404, "RESOURCE_DOES_NOT_EXIST", "no artifacts at '" + path + "'"));
    }

    private Optional<BlobLocation> locate(String workspace, String mlflowWorkspace, ArtifactPath path) {
        Optional<BlobLocation> root = path.isModel()
                ? model(workspace, mlflowWorkspace, path.owner())
                : Optional.of(places.of(workspace, path.owner()));
        return root.map(folder -> path.rest().isEmpty() ? folder : folder.child(path.rest()));
    }

    private Optional<BlobLocation> model(String workspace, String mlflowWorkspace, String modelId) {
        BlobLocation known = models.get(modelId);
        if (known != null) {
            return Optional.of(known);
        }
        Reply found = mlflow.get(mlflowWorkspace, LOGGED_MODELS + modelId, Map.of());
        if (found.status() == 404) {
            return Optional.empty();
        }
        JsonNode info = MlflowClient.body(found).path("model").path("info");
        String run = info.path("source_run_id").asText("");
        BlobLocation location = run.isEmpty()
                ? places.of(workspace, modelId)
                : places.of(workspace, run).child(info.path("name").asText(modelId));
        models.put(modelId, location);
        return Optional.of(location);
    }

    private Reply answer(Request request, BlobLocation blob) {
        boolean isListing = request.path().equals(ARTIFACTS);
        return switch (request.method()) {
            case "PUT" -> put(blob, request.body());
            case "DELETE" -> delete(blob);
            case "GET" -> isListing ? Reply.ok(listing(blob, "")) : get(blob);
            default -> error(405, "BAD_REQUEST", request.method() + " is not known here");
        };
    }

    private Reply put(BlobLocation blob, byte[] content) {
        blobs.createContainer(blob.container());
        blobs.put(blob.container(), blob.path(), content);
        return Reply.ok(Json.object());
    }

    private Reply get(BlobLocation blob) {
        return blobs.read(blob.container(), blob.path())
                .map(content -> Reply.bytes(200, "application/octet-stream", content))
                .orElseGet(() -> error(404, "RESOURCE_DOES_NOT_EXIST", "no artifact '" + blob.path() + "'"));
    }

    private Reply delete(BlobLocation blob) {
        blobs.delete(blob.container(), blob.path());
        blobs.list(blob.container(), blob.path() + "/").forEach(item -> blobs.delete(blob.container(), item.name()));
        return Reply.ok(Json.object());
    }

    /** Answers MLflow's listing of one run's artifacts. */
    Reply listOfRun(String workspace, Request request) {
        String run = request.query("run_id").or(() -> request.query("run_uuid")).orElse("");
        String path = request.query("path").orElse("");
        if (run.isEmpty() || ("/" + path + "/").contains("/../")) {
            return error(400, "INVALID_PARAMETER_VALUE", "'run_id' is needed and 'path' must lie below the run");
        }
        BlobLocation root = places.of(workspace, run);
        return Reply.ok(listing(path.isEmpty() ? root : root.child(path), path.isEmpty() ? "" : path + "/"));
    }

    private ObjectNode listing(BlobLocation folder, String shownPrefix) {
        String prefix = folder.below("");
        Map<String, ObjectNode> children = new TreeMap<>();
        for (BlobItem blob : blobs.list(folder.container(), prefix)) {
            String[] parts = blob.name().substring(prefix.length()).split("/", 2);
            boolean isFolder = parts.length > 1;
            ObjectNode child = Json.object().put("path", shownPrefix + parts[0]).put("is_dir", isFolder);
            children.put(parts[0], isFolder ? child : child.put("file_size", blob.size()));
        }
        ArrayNode files = Json.array();
        children.values().forEach(files::add);
        return Json.object().set("files", files);
    }

    static Reply error(int status, String code, String message) {
        return Reply.json(status, Json.object().put("error_code", code).put("message", message));
    }
}
