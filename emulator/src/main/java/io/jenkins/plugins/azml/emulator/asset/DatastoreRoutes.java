package io.jenkins.plugins.azml.emulator.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.blob.Container;
import io.jenkins.plugins.azml.emulator.blob.SasPermission;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
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
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** Datastores of a workspace: those that it is born with, and further containers of its own account. */
public final class DatastoreRoutes implements RouteTable {
    private static final String ALL = Route.WORKSPACE + "/datastores";
    private static final String ONE = ALL + "/{name}";
    private static final BodyShape SHAPE = BodyShape.of(
            "properties.description",
            "properties.tags.*",
            "properties.properties.*",
            "properties.credentials.**",
            "properties.datastoreType",
            "properties.accountName",
            "properties.containerName",
            "properties.endpoint",
            "properties.protocol",
            "properties.serviceDataAccessAuthIdentity");
    private static final BodyShape SECRETS = BodyShape.of("expirableSecret", "expireAfterHours");

    private final Cloud cloud;
    private final Arm arm;
    private final Bodies bodies;

    public DatastoreRoutes(Cloud cloud, Bodies bodies) {
        this.cloud = cloud;
        this.arm = new Arm(cloud.settings().scope());
        this.bodies = bodies;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.arm("GET", ALL, "Datastores_List", this::list),
                Route.arm("GET", ONE, "Datastores_Get", call -> Reply.ok(arm.render(find(call)))),
                Route.arm("PUT", ONE, "Datastores_CreateOrUpdate", this::save),
                Route.arm("POST", ONE + "/listSecrets", "Datastores_ListSecrets", this::secrets)
                        .reading(),
                Route.arm("DELETE", ONE, "Datastores_Delete", this::delete));
    }

    private Reply list(Call call) {
        boolean onlyDefault =
                call.query("isDefault").filter("true"::equalsIgnoreCase).isPresent();
        return arm.list(cloud.store().list(call.workspace(), Kind.DATASTORE).stream()
                .filter(datastore ->
                        !onlyDefault || datastore.properties().path("isDefault").asBoolean())
                .toList());
    }

    private Reply save(Call call) {
        refuseOtherTypes(call);
        ObjectNode body = bodies.read(call, SHAPE, List.of("isDefault", "resourceGroup", "subscriptionId"));
        ObjectNode properties = Bodies.properties(body);
        Container container = new Container(Cloud.account(call.workspace()), Bodies.text(properties, "containerName"));
        cloud.blobs().createContainer(container);
        properties.put("accountName", new Datastores(cloud).clientAccountName(call.workspace()));
        properties.put("isDefault", false).putObject("credentials").put("credentialsType", "AccountKey");
        Resource saved = new Resource(
                key(call),
                body,
                Json.object().put("account", container.account()),
                cloud.clock().instant(),
                cloud.clock().instant());
        boolean isNew = cloud.store().find(key(call)).isEmpty();
        cloud.store().save(saved);
        return Reply.json(isNew ? 201 : 200, arm.render(saved));
    }

    /** Other types have other fields, so they are named before the fields are looked at. */
    private static void refuseOtherTypes(Call call) {
        String type = Bodies.text(Bodies.properties(call.json()), "datastoreType");
        if (!type.equals("AzureBlob")) {
            throw new ArmError(501, "NotImplemented", "The emulator has no datastores of the type " + type + " yet.");
        }
    }

    private Reply secrets(Call call) {
        ObjectNode wish = bodies.wish(call, SECRETS);
        Container container = Datastores.container(find(call));
        if (!wish.path("expirableSecret").asBoolean()) {
            return Reply.ok(Json.object()
                    .put("secretsType", "AccountKey")
                    .put("key", cloud.blobs().accountKey(container.account())));
        }
        Duration life = Duration.ofHours(wish.path("expireAfterHours").asLong(1));
        String signature = cloud.blobs()
                .sign(
                        container,
                        EnumSet.allOf(SasPermission.class),
                        cloud.clock().instant().plus(life));
        return Reply.ok(Json.object().put("secretsType", "Sas").put("sasToken", signature));
    }

    private Reply delete(Call call) {
        cloud.store().delete(key(call));
        return Reply.empty(200);
    }

    private Resource find(Call call) {
        return cloud.store().find(key(call)).orElseThrow(() -> ArmError.notFound("datastore", call.path("name")));
    }

    private static ResourceKey key(Call call) {
        return new ResourceKey(call.workspace(), Kind.DATASTORE, call.path("name"));
    }
}
