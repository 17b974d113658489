package io.jenkins.plugins.azml.cli.config;

import io.jenkins.plugins.azml.engine.azure.WorkspaceId;

/**
 * A workspace's coordinates.
 *
 * @param cloud as Azure names it, or empty for the one that the environment names
 */
public record Place(String subscription, String resourceGroup, String workspace, String cloud) {
    public WorkspaceId id() {
        return new WorkspaceId(subscription, resourceGroup, workspace);
    }
}
