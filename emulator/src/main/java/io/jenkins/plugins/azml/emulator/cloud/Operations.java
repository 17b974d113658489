package io.jenkins.plugins.azml.emulator.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Long-running operations: begun by one request, looked at by others, ended by the emulator. */
public final class Operations {
    /** Operations belong to a region, not to a workspace. */
    private static final String NO_WORKSPACE = "";

    private static final String VERSION = "?api-version=2023-04-01";

    private final Cloud cloud;

    public Operations(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Begins an operation on the resource of that path. */
    public String begin(String resource) {
        String id = cloud.ids().guid();
        ObjectNode body = Json.object().put("id", id).put("name", id).put("status", "InProgress");
        body.put("startTime", cloud.clock().instant().toString());
        ObjectNode hidden = Json.object().put("resource", resource);
        cloud.store()
                .save(new Resource(
                        key(id),
                        body,
                        hidden,
                        cloud.clock().instant(),
                        cloud.clock().instant()));
        return id;
    }

    public void succeed(String id) {
        end(id, "Succeeded", Json.object());
    }

    public void fail(String id, ArmError error) {
        end(id, "Failed", error.error());
    }

    /** The operation that is in progress on the resource of that path. */
    public Optional<String> inProgress(String resource) {
        return inProgress()
                .filter(operation ->
                        operation.hidden().path("resource").asText().equals(resource))
                .map(operation -> operation.key().name())
                .findFirst();
    }

    /** Ends as failed what was in progress when an earlier start of the emulator ended, but for what goes on. */
    public void interrupted(Set<String> goingOn) {
        ArmError error = new ArmError(500, "InternalServerError", "The emulator ended while the operation ran.");
        inProgress()
                .map(operation -> operation.key().name())
                .filter(id -> !goingOn.contains(id))
                .forEach(id -> fail(id, error));
    }

    private Stream<Resource> inProgress() {
        return cloud.store().list(NO_WORKSPACE, Kind.OPERATION).stream()
                .filter(operation -> operation.body().path("status").asText().equals("InProgress"));
    }

    public Resource find(String id) {
        return cloud.store().find(key(id)).orElseThrow(() -> ArmError.notFound("operation", id));
    }

    /** The operation will be done. */
    public Reply accepted(String id) {
        return announce(Reply.empty(202), id);
    }

    /** The resource is there, and the operation works on it. */
    public Reply saved(boolean isNew, JsonNode resource, String id) {
        return announce(Reply.json(isNew ? 201 : 200, resource), id);
    }

    /** The reply with what a client needs to follow the operation. */
    private Reply announce(Reply reply, String id) {
        return reply.with("Azure-AsyncOperation", url("mfeOperationsStatus", id))
                .with("Location", url("mfeOperationResults", id))
                .with("Retry-After", retryAfter());
    }

    public String retryAfter() {
        return String.valueOf(cloud.settings().retryAfter().toSeconds());
    }

    private String url(String collection, String id) {
        Scope scope = cloud.settings().scope();
        return cloud.addresses()
                .secureUrl("/subscriptions/" + scope.subscription()
                        + "/providers/Microsoft.MachineLearningServices/locations/" + scope.location() + "/"
                        + collection
                        + "/" + id + VERSION);
    }

    private void end(String id, String status, ObjectNode error) {
        Resource operation = find(id);
        operation
                .body()
                .put("status", status)
                .put("endTime", cloud.clock().instant().toString());
        if (!error.isEmpty()) {
            operation.body().set("error", error);
        }
        cloud.store().save(operation.modifiedAt(cloud.clock().instant()));
    }

    private static ResourceKey key(String id) {
        return new ResourceKey(NO_WORKSPACE, Kind.OPERATION, id);
    }

    /** Whether the resource's provisioning state says that an operation works on it. */
    public static boolean isBusy(Resource resource) {
        return List.of("Creating", "Updating", "Deleting", "Scaling")
                .contains(resource.properties().path("provisioningState").asText());
    }
}
