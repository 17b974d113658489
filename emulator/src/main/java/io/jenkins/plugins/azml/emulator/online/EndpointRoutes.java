package io.jenkins.plugins.azml.emulator.online;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Operations;
import io.jenkins.plugins.azml.emulator.cloud.ResourceId;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.security.TokenAuthority;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Online endpoints and their keys. */
public final class EndpointRoutes implements RouteTable {
    private static final String ALL = Route.WORKSPACE + "/onlineEndpoints";
    private static final String ONE = ALL + "/{endpoint}";
    private static final BodyShape SHAPE = BodyShape.of(
            "location",
            "tags.*",
            "kind",
            "sku.*",
            "identity.type",
            "identity.principalId",
            "identity.tenantId",
            "identity.userAssignedIdentities.**",
            "properties.authMode",
            "properties.compute",
            "properties.description",
            "properties.keys.primaryKey",
            "properties.keys.secondaryKey",
            "properties.mirrorTraffic.*",
            "properties.properties.*",
            "properties.publicNetworkAccess",
            "properties.traffic.*");
    private static final List<String> READ_ONLY = List.of("provisioningState", "scoringUri", "swaggerUri");
    private static final BodyShape REGENERATE = BodyShape.of("keyType", "keyValue");

    private final Cloud cloud;
    private final Bodies bodies;
    private final Operations operations;
    private final Endpoints endpoints;
    private final Deployments deployments;
    private final Arm arm;

    public EndpointRoutes(
            Cloud cloud, Bodies bodies, Operations operations, Endpoints endpoints, Deployments deployments) {
        this.cloud = cloud;
        this.bodies = bodies;
        this.operations = operations;
        this.endpoints = endpoints;
        this.deployments = deployments;
        this.arm = new Arm(cloud.settings().scope());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.arm(
                        "GET",
                        ALL,
                        "OnlineEndpoints_List",
                        call -> arm.list(cloud.store().list(call.workspace(), Kind.ENDPOINT))),
                Route.arm("GET", ONE, "OnlineEndpoints_Get", call -> Reply.ok(arm.render(find(call)))),
                Route.arm("PUT", ONE, "OnlineEndpoints_CreateOrUpdate", this::save),
                Route.notYet("PATCH", ONE, "OnlineEndpoints_Update"),
                Route.arm("DELETE", ONE, "OnlineEndpoints_Delete", this::delete),
                Route.arm("POST", ONE + "/listKeys", "OnlineEndpoints_ListKeys", call -> keys(find(call)))
                        .reading(),
                Route.arm("POST", ONE + "/regenerateKeys", "OnlineEndpoints_RegenerateKeys", this::regenerate),
                Route.arm("POST", ONE + "/token", "OnlineEndpoints_GetToken", this::token)
                        .reading());
    }

    private Reply save(Call call) {
        ObjectNode body = bodies.read(call, SHAPE, READ_ONLY);
        Bodies.properties(body);
        Bodies.text(body, "location");
        Endpoints.Accepted accepted =
                endpoints.save(new ResourceKey(call.workspace(), Kind.ENDPOINT, call.path("endpoint")), body);
        return operations.saved(accepted.isNew(), arm.render(accepted.resource()), accepted.operation());
    }

    private Reply delete(Call call) {
        Optional<Resource> endpoint = endpoints.lookUp(call.workspace(), call.path("endpoint"));
        return endpoint.map(existing -> endpoints.delete(existing, deployments::remove))
                .map(operations::accepted)
                .orElseGet(() -> Reply.empty(204));
    }

    private Reply keys(Resource endpoint) {
        return Reply.ok(endpoints.keys(endpoint));
    }

    private Reply regenerate(Call call) {
        String which = switch (Bodies.text(bodies.wish(call, REGENERATE), "keyType")) {
            case "Primary" -> "primaryKey";
            case "Secondary" -> "secondaryKey";
            default -> throw ArmError.badRequest("The 'keyType' must be Primary or Secondary.");
        };
        return operations.accepted(endpoints.regenerate(find(call), which));
    }

    /** What {@code Location} of a finished operation on an endpoint's path leads to: its keys for {@code .../keys}. */
    public Reply result(String resource) {
        return ResourceId.parse(resource.replaceFirst("/keys$", ""), Kind.ENDPOINT)
                .filter(key -> resource.endsWith("/keys"))
                .flatMap(cloud.store()::find)
                .map(this::keys)
                .orElseGet(() -> Reply.empty(204));
    }

    private Reply token(Call call) {
        find(call);
        Instant expiry = cloud.clock().instant().plus(TokenAuthority.LIFETIME);
        return Reply.ok(Json.object()
                .put("accessToken", cloud.tokens().issue("https://ml.azure.com"))
                .put("tokenType", "Bearer")
                .put("expiryTimeUtc", expiry.getEpochSecond())
                .put("refreshAfterTimeUtc", expiry.minusSeconds(600).getEpochSecond()));
    }

    private Resource find(Call call) {
        return endpoints.find(call.workspace(), call.path("endpoint"));
    }
}
