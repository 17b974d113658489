package io.jenkins.plugins.azml.emulator.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.List;

/** Makes versions of the outputs of a completed job that bear an asset's name. */
public final class OutputAssets {
    private final Cloud cloud;
    private final BlobUris uris;

    public OutputAssets(Cloud cloud) {
        this.cloud = cloud;
        this.uris = new BlobUris(cloud);
    }

    /** Registers them; a version that is there already stays as it is. */
    public void register(Resource job) {
        job.properties().path("outputs").forEach(output -> {
            if (output.hasNonNull("assetName")) {
                register(job.key(), output);
            }
        });
    }

    private void register(ResourceKey job, JsonNode output) {
        String type = output.path("jobOutputType").asText();
        Kind kind = type.endsWith("_model") ? Kind.MODEL : Kind.DATA;
        String name = output.path("assetName").asText();
        String version =
                output.hasNonNull("assetVersion") ? output.path("assetVersion").asText() : next(job, kind, name);
        ResourceKey key = new ResourceKey(job.workspace(), kind, name + "/" + version);
        if (cloud.store().find(key).isEmpty()) {
            ObjectNode body = Json.object().set("properties", properties(job, kind, type, output));
            cloud.store()
                    .save(new Resource(
                            key,
                            body,
                            Json.object(),
                            cloud.clock().instant(),
                            cloud.clock().instant()));
        }
    }

    private String next(ResourceKey job, Kind kind, String name) {
        List<Resource> versions = cloud.store().list(job.workspace(), kind).stream()
                .filter(version -> version.key().parent().equals(name))
                .toList();
        return Versions.nextVersion(versions);
    }

    private ObjectNode properties(ResourceKey job, Kind kind, String type, JsonNode output) {
        String uri = output.path("uri").asText();
        String longUri =
                uris.longUri(job.workspace(), uris.locate(job.workspace(), uri)).orElse(uri);
        ObjectNode properties = Json.object().put("isArchived", false).put("provisioningState", "Succeeded");
        properties.putObject("tags");
        properties.putObject("properties");
        if (kind == Kind.DATA) {
            return properties.put("dataType", type).put("dataUri", longUri);
        }
        properties.putObject("flavors");
        return properties.put("modelType", type).put("modelUri", longUri).put("jobName", job.name());
    }
}
