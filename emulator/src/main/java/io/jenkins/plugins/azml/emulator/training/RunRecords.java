package io.jenkins.plugins.azml.emulator.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.asset.BlobUris;
import io.jenkins.plugins.azml.emulator.blob.BlobItem;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.blob.SasPermission;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.store.Resource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A job in the words of run history. */
final class RunRecords {
    private static final Duration LIFE_OF_A_LINK = Duration.ofHours(1);

    private final Cloud cloud;

    RunRecords(Cloud cloud) {
        this.cloud = cloud;
    }

    ObjectNode run(Resource job) {
        ObjectNode properties = job.properties();
        ObjectNode run = Json.object()
                .put("runId", job.key().name())
                .put("rootRunId", job.key().name())
                .put("runNumber", job.created().getEpochSecond())
                .put(
                        "experimentId",
                        experimentId(properties.path("experimentName").asText()))
                .put("createdUtc", job.created().toString())
                .put("status", properties.path("status").asText())
                .put("displayName", properties.path("displayName").asText())
                .put("description", properties.path("description").asText())
                .put("dataContainerId", "dcid." + job.key().name())
                .put("runType", "azureml.StepRun")
                .put("hidden", properties.path("isArchived").asBoolean());
        run.set("tags", properties.path("tags"));
        run.set("properties", properties.path("properties"));
        copy(job.hidden(), "started", run, "startTimeUtc");
        copy(job.hidden(), "ended", run, "endTimeUtc");
        error(job, run);
        return run;
    }

    ObjectNode details(Resource job) {
        ObjectNode properties = job.properties();
        ObjectNode details = Json.object()
                .put("runId", job.key().name())
                .put("status", properties.path("status").asText())
                .put("target", properties.path("computeId").asText().replaceFirst(".*/", ""));
        copy(job.hidden(), "started", details, "startTimeUtc");
        copy(job.hidden(), "ended", details, "endTimeUtc");
        error(job, details);
        details.putArray("warnings");
        details.set("properties", properties.path("properties"));
        details.putArray("inputDatasets");
        details.putArray("outputDatasets");
        ObjectNode logs = details.putObject("logFiles");
        BlobLocation artifacts = BlobUris.artifacts(job.key());
        for (BlobItem item : items(artifacts.child("user_logs"))) {
            logs.put(
                    item.name().substring(artifacts.below("").length()),
                    link(artifacts, item, Set.of(SasPermission.READ)));
        }
        return details;
    }

    /** What a named output became, by an id that {@code batchGetResolvedUris} takes. */
    ObjectNode outputs(Resource job) {
        ObjectNode outputs = Json.object();
        job.properties().path("outputs").properties().forEach(output -> {
            String type = output.getValue().path("jobOutputType").asText();
            boolean isModel = type.endsWith("_model");
            String id = "azureml://locations/" + cloud.settings().scope().location() + "/workspaces/"
                    + job.key().workspace() + (isModel ? "/models/" : "/data/") + "azureml_"
                    + job.key().name() + "_output_" + output.getKey() + "/versions/1";
            outputs.putObject(output.getKey()).put("assetId", id).put("type", isModel ? modelType(type) : type);
        });
        return outputs;
    }

    List<BlobItem> items(BlobLocation folder) {
        return cloud.blobs().list(folder.container(), folder.below(""));
    }

    /** An address of one blob that carries its own permission. */
    String link(BlobLocation folder, BlobItem item, Set<SasPermission> permissions) {
        return link(new BlobLocation(folder.container(), item.name()), permissions);
    }

    String link(BlobLocation blob, Set<SasPermission> permissions) {
        String path = URLEncoder.encode(blob.path(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        String signature = cloud.blobs()
                .sign(blob.container(), permissions, cloud.clock().instant().plus(LIFE_OF_A_LINK));
        return cloud.blobs().url(blob.container()) + "/" + path + "?" + signature;
    }

    static String experimentId(String name) {
        return java.util
                .UUID
                .nameUUIDFromBytes(("experiment " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String modelType(String type) {
        return switch (type) {
            case "mlflow_model" -> "MLFlowModel";
            case "triton_model" -> "TritonModel";
            default -> "CustomModel";
        };
    }

    private static void error(Resource job, ObjectNode to) {
        JsonNode error = job.hidden().get("error");
        if (error != null) {
            to.putObject("error").set("error", error);
        }
    }

    private static void copy(ObjectNode from, String field, ObjectNode to, String as) {
        if (from.has(field)) {
            to.set(as, from.get(field));
        }
    }
}
