package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.config.WorkspaceNames;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which workspace a command works in. */
public final class WorkspaceOptions {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "WORKSPACE",
            description = "A name of .azml/config.yml, or a workspace's own.")
    private @Nullable String workspace;

    @Option(names = "--subscription", paramLabel = "ID", description = "Instead of AZURE_SUBSCRIPTION_ID.")
    private @Nullable String subscription;

    @Option(names = "--resource-group", paramLabel = "NAME", description = "Instead of AZURE_RESOURCE_GROUP.")
    private @Nullable String resourceGroup;

    public WorkspaceNames.Flags flags() {
        return new WorkspaceNames.Flags(workspace, subscription, resourceGroup);
    }
}
