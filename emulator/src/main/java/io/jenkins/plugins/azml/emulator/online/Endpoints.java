package io.jenkins.plugins.azml.emulator.online;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Operations;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.LedgerEntry;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Endpoints: one change at a time, whose effect comes when its operation succeeds. */
public final class Endpoints {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{1,30}[a-zA-Z0-9]");

    private final Cloud cloud;
    private final Operations operations;
    private final Arm arm;

    public Endpoints(Cloud cloud, Operations operations) {
        this.cloud = cloud;
        this.operations = operations;
        this.arm = new Arm(cloud.settings().scope());
    }

    /** A change that was accepted. */
    record Accepted(Resource resource, boolean isNew, String operation) {}

    Resource find(String workspace, String name) {
        return lookUp(workspace, name).orElseThrow(() -> ArmError.notFound("online endpoint", name));
    }

    Optional<Resource> lookUp(String workspace, String name) {
        return cloud.store().find(new ResourceKey(workspace, Kind.ENDPOINT, name));
    }

    List<Resource> deployments(ResourceKey endpoint) {
        return cloud.store().list(endpoint.workspace(), Kind.DEPLOYMENT).stream()
                .filter(deployment -> deployment.key().parent().equals(endpoint.name()))
                .toList();
    }

    /** Takes a full body: what it leaves out is gone, traffic too. */
    Accepted save(ResourceKey key, ObjectNode body) {
        checkName("endpoint", key.name());
        Optional<Resource> before = cloud.store().find(key);
        before.ifPresent(this::checkIdle);
        ObjectNode properties = body.withObjectProperty("properties");
        Traffic.read(properties, names(key));
        ObjectNode hidden = before.map(Resource::hidden).orElseGet(this::fresh);
        keys(properties, hidden);
        complete(key, properties, before.isPresent());
        Resource saved = new Resource(
                key,
                body,
                hidden,
                before.map(Resource::created).orElse(cloud.clock().instant()),
                cloud.clock().instant());
        cloud.store().save(saved);
        String operation = operations.begin(arm.id(key));
        later(() -> settle(key, operation));
        return new Accepted(saved, before.isEmpty(), operation);
    }

    /** Deletes the endpoint and everything behind it. */
    String delete(Resource endpoint, DeploymentRemoval removal) {
        checkIdle(endpoint);
        endpoint.properties().put("provisioningState", "Deleting");
        cloud.store().save(endpoint);
        String operation = operations.begin(arm.id(endpoint.key()));
        later(() -> {
            deployments(endpoint.key()).forEach(removal::remove);
            cloud.store().delete(endpoint.key());
            record(endpoint.key(), "Deleted");
            operations.succeed(operation);
        });
        return operation;
    }

    /** Takes a deployment away, finally. */
    interface DeploymentRemoval {
        void remove(Resource deployment);
    }

    ObjectNode keys(Resource endpoint) {
        return endpoint.hidden().withObjectProperty("keys");
    }

    String regenerate(Resource endpoint, String which) {
        String key = cloud.ids().key();
        keys(endpoint).put(which, key);
        cloud.store().save(endpoint);
        String operation = operations.begin(arm.id(endpoint.key()) + "/keys");
        later(() -> operations.succeed(operation));
        return operation;
    }

    /** The traffic that requests follow now; a change of it counts when its operation has succeeded. */
    Traffic live(Resource endpoint) {
        ObjectNode live = Json.object().set("traffic", endpoint.hidden().path("liveTraffic"));
        return Traffic.read(live, names(endpoint.key()));
    }

    /** Refuses a second change beside one that is going on, in the endpoint or in one of its deployments. */
    void checkIdle(Resource endpoint) {
        boolean busy = Operations.isBusy(endpoint)
                || deployments(endpoint.key()).stream().anyMatch(Operations::isBusy);
        if (busy) {
            throw ArmError.conflict(
                    "Another operation on the endpoint '" + endpoint.key().name() + "' or one of its deployments"
                            + " is in progress; try again when it has ended.");
        }
    }

    /** Completes the changes that an earlier start left half-made. */
    public void resume(String workspace) {
        cloud.store().list(workspace, Kind.ENDPOINT).stream()
                .filter(Operations::isBusy)
                .forEach(this::settle);
    }

    static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw ArmError.badRequest("The " + what + " name '" + name
                    + "' is not allowed: 3 to 32 letters, digits and '-'," + " a letter first, no '-' last.");
        }
    }

    private ObjectNode fresh() {
        ObjectNode hidden = Json.object();
        hidden.putObject("keys")
                .put("primaryKey", cloud.ids().key())
                .put("secondaryKey", cloud.ids().key());
        return hidden.set("liveTraffic", Json.object());
    }

    /** Keys that the caller chose are taken and never shown with the endpoint. */
    private static void keys(ObjectNode properties, ObjectNode hidden) {
        if (properties.remove("keys") instanceof ObjectNode chosen) {
            hidden.withObjectProperty("keys").setAll(chosen);
        }
    }

    private void complete(ResourceKey key, ObjectNode properties, boolean exists) {
        if (!properties.has("authMode")) {
            properties.put("authMode", "Key");
        }
        properties.withObjectProperty("traffic");
        properties.withObjectProperty("mirrorTraffic");
        properties.withObjectProperty("properties");
        properties.put("provisioningState", exists ? "Updating" : "Creating");
        String base = cloud.addresses().secureUrl("/endpoints/" + key.workspace() + "/" + key.name());
        properties.put("scoringUri", base + "/score").put("swaggerUri", base + "/swagger.json");
    }

    private void settle(ResourceKey key, String operation) {
        cloud.store().find(key).ifPresent(this::settle);
        operations.succeed(operation);
    }

    private void settle(Resource endpoint) {
        endpoint.properties().put("provisioningState", "Succeeded");
        endpoint.hidden().set("liveTraffic", endpoint.properties().path("traffic"));
        cloud.store().save(endpoint.modifiedAt(cloud.clock().instant()));
        record(endpoint.key(), Json.text(endpoint.properties().path("traffic")));
    }

    private void record(ResourceKey key, String note) {
        cloud.store().record(new LedgerEntry(cloud.clock().instant(), "Endpoint_State", arm.id(key), "", note));
    }

    private Set<String> names(ResourceKey endpoint) {
        return deployments(endpoint).stream()
                .map(deployment -> deployment.key().leaf())
                .collect(Collectors.toSet());
    }

    private void later(Runnable work) {
        cloud.clock()
                .after(cloud.settings().operationTime(), () -> cloud.exclusive().run(work));
    }
}
