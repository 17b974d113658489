package io.jenkins.plugins.azml.plugin.agent;

import io.jenkins.plugins.azml.engine.blob.Blobs;
import java.io.Serializable;

/** How an agent reaches the storage of a cloud. */
@FunctionalInterface
public interface AgentStorage extends Serializable {
    /** The way there; made on the agent. */
    Blobs open();
}
