package io.jenkins.plugins.azml.engine.azure;

/** Which workspace: the first half of every ARM id in it. */
public record WorkspaceId(String subscription, String resourceGroup, String name) {

    /** The ARM id, with a leading slash. */
    public String path() {
        return "/subscriptions/" + subscription + "/resourceGroups/" + resourceGroup
                + "/providers/Microsoft.MachineLearningServices/workspaces/" + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
