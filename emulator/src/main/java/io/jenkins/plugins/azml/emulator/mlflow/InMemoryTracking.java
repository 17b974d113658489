package io.jenkins.plugins.azml.emulator.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import io.jenkins.plugins.azml.emulator.mlflow.MemoryRun.Metric;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The MLflow calls that a loop makes, over runs in memory. For use by one thread. */
public final class InMemoryTracking implements TrackingStore {
    private final MemoryRuns runs;
    private final BlobStore blobs;
    private final InstantSource clock;

    public InMemoryTracking(BlobStore blobs, InstantSource clock) {
        this(blobs, clock, new MemoryRuns(clock));
    }

    private InMemoryTracking(BlobStore blobs, InstantSource clock, MemoryRuns runs) {
        this.blobs = blobs;
        this.clock = clock;
        this.runs = runs;
    }

    /** The same runs over another store of blobs, each going its own way. */
    public InMemoryTracking copy(BlobStore otherBlobs, InstantSource otherClock) {
        return new InMemoryTracking(otherBlobs, otherClock, runs.copy(otherClock));
    }

    @Override
    public void start() {}

    @Override
    public void startRun(TrackedRun run) {
        runs.start(run);
    }

    @Override
    public void endRun(String workspace, String runId, String status) {
        runs.run(workspace, runId).end(status, clock.millis());
    }

    @Override
    public Map<String, String> variables(TrackedRun run) {
        return Map.of("MLFLOW_RUN_ID", run.runId(), "MLFLOW_EXPERIMENT_NAME", run.experiment());
    }

    @Override
    public Reply handle(String workspace, Request request) {
        try {
            return Reply.ok(request.method().equals("GET") ? read(workspace, request) : write(workspace, request));
        } catch (MlflowError refusal) {
            return refusal.reply();
        } catch (JsonProcessingException notJson) {
            return MlflowError.invalid("the body is not JSON: " + notJson.getOriginalMessage())
                    .reply();
        }
    }

    @Override
    public void close() {}

    private ObjectNode read(String workspace, Request request) {
        return switch (call(request)) {
            case "experiments/get" -> experiment(runs.experiment(workspace, needed(request, "experiment_id")));
            case "experiments/get-by-name" ->
                experiment(runs.experimentByName(workspace, needed(request, "experiment_name")));
            case "runs/get" -> run(runs.run(workspace, runId(request)));
            case "metrics/get-history" -> history(workspace, request);
            case "artifacts/list" -> artifacts(workspace, request);
            default -> throw MlflowError.unknownCall(request.path());
        };
    }

    private ObjectNode write(String workspace, Request request) throws JsonProcessingException {
        JsonNode body = Json.read(request.body());
        return switch (call(request)) {
            case "experiments/create" -> created(workspace, body.path("name").asText());
            case "runs/create" -> run(runs.create(workspace, body));
            case "runs/search" -> search(workspace, body);
            case "runs/update" -> update(runs.run(workspace, runId(body)), body);
            default -> {
                log(call(request), runs.run(workspace, runId(body)), body);
                yield Json.object();
            }
        };
    }

    private ObjectNode created(String workspace, String experiment) {
        return Json.object()
                .put(
                        "experiment_id",
                        runs.createExperiment(workspace, experiment).id());
    }

    private void log(String call, MemoryRun run, JsonNode body) {
        switch (call) {
            case "runs/log-metric" -> run.metric(metric(body));
            case "runs/log-parameter" ->
                run.parameter(body.path("key").asText(), body.path("value").asText());
            case "runs/set-tag" ->
                run.tag(body.path("key").asText(), body.path("value").asText());
            case "runs/log-batch" -> batch(run, body);
            default -> throw MlflowError.unknownCall(call);
        }
    }

    private void batch(MemoryRun run, JsonNode body) {
        body.path("params")
                .forEach(each -> run.parameter(
                        each.path("key").asText(), each.path("value").asText()));
        body.path("tags")
                .forEach(each ->
                        run.tag(each.path("key").asText(), each.path("value").asText()));
        body.path("metrics").forEach(each -> run.metric(metric(each)));
    }

    private ObjectNode update(MemoryRun run, JsonNode body) {
        if (body.hasNonNull("status")) {
            run.end(body.path("status").asText(), body.path("end_time").asLong(clock.millis()));
        }
        if (body.hasNonNull("run_name")) {
            run.rename(body.path("run_name").asText());
        }
        return Json.object().set("run_info", run.json().get("info"));
    }

    private Metric metric(JsonNode body) {
        return new Metric(
                body.path("key").asText(),
                number(body.path("value")),
                body.path("timestamp").asLong(clock.millis()),
                body.path("step").asLong(0));
    }

    /** MLflow writes what JSON has no number for as a text. */
    private static double number(JsonNode value) {
        return value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble();
    }

    private ObjectNode search(String workspace, JsonNode body) {
        RunFilter filter = RunFilter.parse(body.path("filter").asText(""));
        ObjectNode found = Json.object();
        ArrayNode array = found.putArray("runs");
        for (JsonNode experiment : body.path("experiment_ids")) {
            runs.ofExperiment(workspace, experiment.asText()).stream()
                    .filter(filter::matches)
                    .limit(body.path("max_results").asLong(1000))
                    .forEach(run -> array.add(run.json()));
        }
        return found;
    }

    private ObjectNode history(String workspace, Request request) {
        ObjectNode history = Json.object();
        ArrayNode metrics = history.putArray("metrics");
        runs.run(workspace, runId(request))
                .history(needed(request, "metric_key"))
                .forEach(metric -> metrics.add(metric.json()));
        return history;
    }

    private ObjectNode artifacts(String workspace, Request request) {
        ObjectNode list = Json.object();
        ArrayNode files = list.putArray("files");
        Optional<BlobLocation> root = runs.artifacts(workspace, runId(request));
        if (root.isPresent()) {
            String folder = request.query("path").map(path -> path + "/").orElse("");
            String prefix = root.get().below(folder);
            ArtifactListing.of(
                            blobs.list(root.get().container(), prefix),
                            root.get().below("").length(),
                            prefix.length())
                    .forEach(files::add);
        }
        return list;
    }

    private static ObjectNode run(MemoryRun run) {
        return Json.object().set("run", run.json());
    }

    private static ObjectNode experiment(MemoryRuns.Experiment experiment) {
        return Json.object()
                .set(
                        "experiment",
                        Json.object()
                                .put("experiment_id", experiment.id())
                                .put("name", experiment.name())
                                .put("lifecycle_stage", "active"));
    }

    private static String call(Request request) {
        return request.path().replaceFirst("^/api/2\\.0/(preview/)?mlflow/", "");
    }

    private static String runId(Request request) {
        return request.query("run_id")
                .or(() -> request.query("run_uuid"))
                .orElseThrow(() -> MlflowError.invalid("run_id is missing"));
    }

    private static String runId(JsonNode body) {
        return body.path("run_id").asText(body.path("run_uuid").asText());
    }

    private static String needed(Request request, String parameter) {
        return request.query(parameter).orElseThrow(() -> MlflowError.invalid(parameter + " is missing"));
    }
}
