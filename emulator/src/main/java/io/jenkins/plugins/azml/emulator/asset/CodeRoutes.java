package io.jenkins.plugins.azml.emulator.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.blob.Container;
import io.jenkins.plugins.azml.emulator.blob.SasPermission;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Call;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Snapshots of code: found by the hash of their content, uploaded into a container of their own. */
public final class CodeRoutes implements RouteTable {
    private static final Duration LIFE_OF_AN_UPLOAD = Duration.ofHours(1);
    private static final String VERSIONS = Route.WORKSPACE + "/codes/{name}/versions";
    private static final BodyShape SHAPE = BodyShape.of(
            "properties.description",
            "properties.tags.*",
            "properties.properties.*",
            "properties.isAnonymous",
            "properties.isArchived",
            "properties.codeUri");
    private static final BodyShape UPLOAD = BodyShape.of("pendingUploadId", "pendingUploadType");

    private final Cloud cloud;
    private final Bodies bodies;
    private final BlobUris uris;
    private final Versions versions;

    public CodeRoutes(Cloud cloud, Bodies bodies) {
        this.cloud = cloud;
        this.bodies = bodies;
        this.uris = new BlobUris(cloud);
        this.versions = new Versions(
                cloud, bodies, new Versions.Family(Kind.CODE, "Code", SHAPE, List.of("codeUri")), this::complete);
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.arm("GET", VERSIONS, "CodeVersions_List", this::listOrFind));
        routes.add(Route.arm(
                "POST",
                VERSIONS + "/{version}/startPendingUpload",
                "CodeVersions_CreateOrGetStartPendingUpload",
                this::startUpload));
        routes.addAll(versions.routes().stream()
                .filter(route -> !route.operation().equals("CodeVersions_List"))
                .toList());
        return routes;
    }

    /** A client asks under a name that it has just made up, so the hash is looked for under all names. */
    private Reply listOrFind(Call call) {
        String hash = call.query("hash").orElse("");
        String name = call.path("name");
        return versions.arm()
                .list(versions.all(call.workspace()).stream()
                        .filter(version -> hash.isEmpty()
                                ? version.key().parent().equals(name)
                                : version.properties()
                                        .path("properties")
                                        .path("hash_sha256")
                                        .asText()
                                        .equals(hash))
                        .toList());
    }

    /** Repeated for the same version, the upload and its container are the same. */
    private Reply startUpload(Call call) {
        bodies.wish(call, UPLOAD);
        ResourceKey key = new ResourceKey(call.workspace(), Kind.CODE, call.path("name") + "/" + call.path("version"));
        Container container = new Container(Cloud.account(call.workspace()), containerName(key));
        cloud.blobs().createContainer(container);
        String url = cloud.blobs().url(container).toString();
        String signature = cloud.blobs()
                .sign(
                        container,
                        EnumSet.allOf(SasPermission.class),
                        cloud.clock().instant().plus(LIFE_OF_AN_UPLOAD));
        ObjectNode reference =
                Json.object().put("blobUri", url).put("storageAccountArmId", storageId(call.workspace()));
        reference.putObject("credential").put("credentialType", "SAS").put("sasUri", url + "?" + signature);
        return Reply.ok(Json.object()
                .put("pendingUploadType", "TemporaryBlobReference")
                .put("pendingUploadId", container.name())
                .set("blobReferenceForConsumption", reference));
    }

    private void complete(ResourceKey key, ObjectNode properties) {
        uris.locate(key.workspace(), Bodies.text(properties, "codeUri"));
    }

    private static String containerName(ResourceKey key) {
        return "code-" + java.util.UUID.nameUUIDFromBytes(key.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String storageId(String workspace) {
        return versions.arm().workspaceId(workspace).replaceFirst("/providers/.*", "")
                + "/providers/Microsoft.Storage/storageAccounts/" + Cloud.accountName(workspace);
    }
}
