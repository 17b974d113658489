package io.jenkins.plugins.azml.emulator.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.blob.Container;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The datastores that every workspace is born with, and how a datastore names its container. */
public final class Datastores {
    private final Cloud cloud;

    public Datastores(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Makes a workspace's own datastores and their containers unless they are there. */
    public void create(String workspace) {
        create(workspace, "workspaceblobstore", Cloud.blobstore(workspace), true);
        create(workspace, "workspaceartifactstore", Cloud.artifacts(workspace), false);
    }

    /** The container that a datastore stands for. */
    public static Container container(Resource datastore) {
        return new Container(
                datastore.hidden().path("account").asText(),
                datastore.properties().path("containerName").asText());
    }

    private void create(String workspace, String name, Container container, boolean isDefault) {
        cloud.blobs().createContainer(container);
        ResourceKey key = new ResourceKey(workspace, Kind.DATASTORE, name);
        Optional<Resource> before = cloud.store().find(key);
        Instant created = before.map(Resource::created).orElse(cloud.clock().instant());
        ObjectNode hidden = Json.object().put("account", container.account());
        // The port of the blob server may differ from the last start's: the account's name holds it.
        cloud.store()
                .save(new Resource(
                        key,
                        body(workspace, container, isDefault),
                        hidden,
                        created,
                        cloud.clock().instant()));
    }

    private ObjectNode body(String workspace, Container container, boolean isDefault) {
        ObjectNode properties = Json.object()
                .put("datastoreType", "AzureBlob")
                .put("accountName", clientAccountName(workspace))
                .put("containerName", container.name())
                .put("endpoint", "core.windows.net")
                .put("protocol", "https")
                .put("serviceDataAccessAuthIdentity", "None")
                .put("isDefault", isDefault);
        properties.putObject("credentials").put("credentialsType", "AccountKey");
        properties.putObject("tags");
        properties.putObject("properties");
        return Json.object().set("properties", properties);
    }

    /**
     * The account's name with the blob server in front of it: clients put {@code https://} before it and the suffix
     * behind it, and have no other way to name a port.
     */
    public String clientAccountName(String workspace) {
        URI url = cloud.blobs().url(Cloud.blobstore(workspace));
        return url.getAuthority() + "/" + Cloud.accountName(workspace);
    }
}
