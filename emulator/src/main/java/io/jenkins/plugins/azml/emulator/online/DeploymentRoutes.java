package io.jenkins.plugins.azml.emulator.online;

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

/** Managed deployments behind an online endpoint. */
public final class DeploymentRoutes implements RouteTable {
    private static final String ALL = Route.WORKSPACE + "/onlineEndpoints/{endpoint}/deployments";
    private static final String ONE = ALL + "/{deployment}";
    private static final int USUAL_TAIL = 500;
    private static final BodyShape SHAPE = BodyShape.of(
            "location",
            "tags.*",
            "kind",
            "sku.*",
            "identity.**",
            "properties.appInsightsEnabled",
            "properties.codeConfiguration.codeId",
            "properties.codeConfiguration.scoringScript",
            "properties.dataCollector.**",
            "properties.description",
            "properties.egressPublicNetworkAccess",
            "properties.endpointComputeType",
            "properties.environmentId",
            "properties.environmentVariables.*",
            "properties.instanceType",
            "properties.livenessProbe.*",
            "properties.model",
            "properties.modelMountPath",
            "properties.properties.*",
            "properties.readinessProbe.*",
            "properties.requestSettings.maxConcurrentRequestsPerInstance",
            "properties.requestSettings.maxQueueWait",
            "properties.requestSettings.requestTimeout",
            "properties.scaleSettings.*",
            "properties.startupProbe.*");
    private static final BodyShape LOGS = BodyShape.of("tail", "containerType");

    private final Bodies bodies;
    private final Operations operations;
    private final Endpoints endpoints;
    private final Deployments deployments;
    private final Arm arm;

    public DeploymentRoutes(
            Cloud cloud, Bodies bodies, Operations operations, Endpoints endpoints, Deployments deployments) {
        this.bodies = bodies;
        this.operations = operations;
        this.endpoints = endpoints;
        this.deployments = deployments;
        this.arm = new Arm(cloud.settings().scope());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.arm("GET", ALL, "OnlineDeployments_List", this::list),
                Route.arm("GET", ONE, "OnlineDeployments_Get", call -> Reply.ok(arm.render(find(call)))),
                Route.arm("PUT", ONE, "OnlineDeployments_CreateOrUpdate", this::save),
                Route.notYet("PATCH", ONE, "OnlineDeployments_Update"),
                Route.arm("DELETE", ONE, "OnlineDeployments_Delete", this::delete),
                Route.arm("POST", ONE + "/getLogs", "OnlineDeployments_GetLogs", this::logs)
                        .reading(),
                Route.notYet("GET", ONE + "/skus", "OnlineDeployments_ListSkus"));
    }

    private Reply list(Call call) {
        return arm.list(endpoints.deployments(
                endpoints.find(call.workspace(), call.path("endpoint")).key()));
    }

    private Reply save(Call call) {
        ObjectNode body = bodies.read(call, SHAPE, List.of("provisioningState"));
        Bodies.properties(body);
        Endpoints.Accepted accepted = deployments.save(key(call), body);
        return operations.saved(accepted.isNew(), arm.render(accepted.resource()), accepted.operation());
    }

    private Reply delete(Call call) {
        return deployments
                .lookUp(key(call))
                .map(deployments::delete)
                .map(operations::accepted)
                .orElseGet(() -> Reply.empty(204));
    }

    private Reply logs(Call call) {
        ObjectNode wish = bodies.wish(call, LOGS);
        // There is no container of its own that fetches the model, so it has nothing to say.
        boolean other = wish.path("containerType").asText("InferenceServer").equals("StorageInitializer");
        String content =
                other ? "" : deployments.logs(find(call), wish.path("tail").asInt(USUAL_TAIL));
        return Reply.ok(Json.object().put("content", content));
    }

    private Resource find(Call call) {
        endpoints.find(call.workspace(), call.path("endpoint"));
        return deployments
                .lookUp(key(call))
                .orElseThrow(() -> ArmError.notFound("online deployment", call.path("deployment")));
    }

    private static ResourceKey key(Call call) {
        return new ResourceKey(
                call.workspace(), Kind.DEPLOYMENT, call.path("endpoint") + "/" + call.path("deployment"));
    }
}
