package io.jenkins.plugins.azml.plugin.agent;

import io.jenkins.plugins.azml.engine.azure.Cloud;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.rest.Network;
import io.jenkins.plugins.azml.engine.rest.Proxies;
import io.jenkins.plugins.azml.engine.rest.Trust;
import java.time.InstantSource;

/** Reaches the storage by its own proxies, trusting what the controller trusts. */
public final class AgentNetwork implements AgentStorage {
    private static final long serialVersionUID = 1L;

    private final String cloud;
    private final String authorities;
    private final String userAgent;

    /** @param authorities of a private cloud as PEM text, or empty */
    public AgentNetwork(Cloud cloud, String authorities, String userAgent) {
        this.cloud = Json.write(RecordJson.write(cloud));
        this.authorities = authorities;
        this.userAgent = userAgent;
    }

    @Override
    public Blobs open() {
        Network network = new Network(Trust.adding(authorities), Proxies.from(System.getenv()), userAgent);
        return Connection.storage(
                RecordJson.read(JsonObject.read(cloud), Cloud.class), network.longLived(), InstantSource.system());
    }
}
