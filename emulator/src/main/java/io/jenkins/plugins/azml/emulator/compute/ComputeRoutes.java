package io.jenkins.plugins.azml.emulator.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Operations;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.List;
import java.util.Optional;

/** Compute clusters: jobs must name one that exists; all of them run on this machine. */
public final class ComputeRoutes implements RouteTable {
    private static final String ALL = Route.WORKSPACE + "/computes";
    private static final String ONE = ALL + "/{name}";
    private static final BodyShape SHAPE = BodyShape.of(
            "location",
            "tags.*",
            "sku.*",
            "identity.type",
            "identity.userAssignedIdentities.**",
            "properties.computeType",
            "properties.computeLocation",
            "properties.description",
            "properties.resourceId",
            "properties.disableLocalAuth",
            "properties.properties.osType",
            "properties.properties.vmSize",
            "properties.properties.vmPriority",
            "properties.properties.isolatedNetwork",
            "properties.properties.scaleSettings.maxNodeCount",
            "properties.properties.scaleSettings.minNodeCount",
            "properties.properties.scaleSettings.nodeIdleTimeBeforeScaleDown",
            "properties.properties.userAccountCredentials.*",
            "properties.properties.subnet.*",
            "properties.properties.remoteLoginPortPublicAccess",
            "properties.properties.enableNodePublicIp",
            "properties.properties.propertyBag.**",
            "properties.properties.allocationState",
            "properties.properties.currentNodeCount",
            "properties.properties.targetNodeCount",
            "properties.properties.nodeStateCounts.*");
    private static final List<String> READ_ONLY =
            List.of("provisioningState", "provisioningErrors", "createdOn", "modifiedOn", "isAttachedCompute");

    private final Cloud cloud;
    private final Bodies bodies;
    private final Operations operations;
    private final Arm arm;

    public ComputeRoutes(Cloud cloud, Bodies bodies, Operations operations) {
        this.cloud = cloud;
        this.bodies = bodies;
        this.operations = operations;
        this.arm = new Arm(cloud.settings().scope());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.arm(
                        "GET",
                        ALL,
                        "Compute_List",
                        call -> arm.list(cloud.store().list(call.workspace(), Kind.COMPUTE))),
                Route.arm("GET", ONE, "Compute_Get", call -> Reply.ok(arm.render(find(key(call))))),
                Route.arm("PUT", ONE, "Compute_CreateOrUpdate", this::save),
                Route.arm("DELETE", ONE, "Compute_Delete", this::delete),
                Route.notYet("PATCH", ONE, "Compute_Update"),
                Route.notYet("POST", ONE + "/start", "Compute_Start"),
                Route.notYet("POST", ONE + "/stop", "Compute_Stop"),
                Route.notYet("POST", ONE + "/restart", "Compute_Restart"),
                Route.notYet("POST", ONE + "/listKeys", "Compute_ListKeys"),
                Route.notYet("POST", ONE + "/listNodes", "Compute_ListNodes"));
    }

    /** Ends what an earlier start left half-made: there is nothing behind a compute that could be missing. */
    public void resume(String workspace) {
        cloud.store().list(workspace, Kind.COMPUTE).stream()
                .filter(Operations::isBusy)
                .forEach(this::settle);
    }

    private Reply save(Call call) {
        ObjectNode body = bodies.read(call, SHAPE, READ_ONLY);
        ObjectNode properties = Bodies.properties(body);
        if (!Bodies.text(properties, "computeType").equals("AmlCompute")) {
            throw ArmError.userError("The emulator has computes of the type AmlCompute only.");
        }
        Optional<Resource> before = cloud.store().find(key(call));
        before.filter(Operations::isBusy).ifPresent(busy -> {
            throw ArmError.conflict("The compute '" + call.path("name") + "' is being changed by another operation.");
        });
        properties.put("provisioningState", before.isPresent() ? "Updating" : "Creating");
        Resource saved = new Resource(
                key(call),
                body,
                Json.object(),
                before.map(Resource::created).orElse(cloud.clock().instant()),
                cloud.clock().instant());
        cloud.store().save(saved);
        String operation = operations.begin(arm.id(saved.key()));
        later(() -> {
            cloud.store().find(saved.key()).ifPresent(this::settle);
            operations.succeed(operation);
        });
        return operations.saved(before.isEmpty(), arm.render(saved), operation);
    }

    private void settle(Resource compute) {
        compute.properties().put("provisioningState", "Succeeded").put("isAttachedCompute", false);
        cloud.store().save(compute.modifiedAt(cloud.clock().instant()));
    }

    private Reply delete(Call call) {
        Resource compute = find(key(call));
        compute.properties().put("provisioningState", "Deleting");
        cloud.store().save(compute);
        String operation = operations.begin(arm.id(compute.key()));
        later(() -> {
            cloud.store().delete(compute.key());
            operations.succeed(operation);
        });
        return operations.accepted(operation);
    }

    private void later(Runnable work) {
        cloud.clock()
                .after(cloud.settings().operationTime(), () -> cloud.exclusive().run(work));
    }

    private Resource find(ResourceKey key) {
        return cloud.store()
                .find(key)
                .orElseThrow(() -> new ArmError(
                        404,
                        "ResourceNotFound",
                        "The compute '" + key.name() + "' was not found in workspace '" + key.workspace() + "'."));
    }

    private static ResourceKey key(Call call) {
        return new ResourceKey(call.workspace(), Kind.COMPUTE, call.path("name"));
    }
}
