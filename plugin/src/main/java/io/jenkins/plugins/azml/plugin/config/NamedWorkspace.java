package io.jenkins.plugins.azml.plugin.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A workspace under the name that Pipelines use for it. */
public final class NamedWorkspace extends AbstractDescribableImpl<NamedWorkspace> {
    private final String name;
    private final String subscription;
    private final String resourceGroup;
    private final String workspace;
    private String cloud = "AzureCloud";
    private @Nullable String metadataUrl;
    private @Nullable String caBundle;
    private @Nullable String credentialsId;
    private @Nullable String folders;

    /** @param workspace its name in Azure; blank for the same name */
    @DataBoundConstructor
    public NamedWorkspace(
            @Nullable String name,
            @Nullable String subscription,
            @Nullable String resourceGroup,
            @Nullable String workspace) {
        this.name = Text.orEmpty(name);
        this.subscription = Text.orEmpty(subscription);
        this.resourceGroup = Text.orEmpty(resourceGroup);
        this.workspace = Text.orEmpty(workspace);
    }

    public String getName() {
        return name;
    }

    public String getSubscription() {
        return subscription;
    }

    public String getResourceGroup() {
        return resourceGroup;
    }

    public String getWorkspace() {
        return workspace;
    }

    /** {@code AzureCloud}, {@code AzureChinaCloud}, {@code AzureUSGovernment}, or the name of a private cloud. */
    public String getCloud() {
        return cloud;
    }

    @DataBoundSetter
    public void setCloud(@Nullable String cloud) {
        this.cloud = Text.orEmpty(cloud).isEmpty() ? "AzureCloud" : Text.orEmpty(cloud);
    }

    /** Where a private cloud lists its addresses, or null. */
    public @Nullable String getMetadataUrl() {
        return metadataUrl;
    }

    @DataBoundSetter
    public void setMetadataUrl(@Nullable String metadataUrl) {
        this.metadataUrl = Text.orNull(metadataUrl);
    }

    /** A PEM file on the controller with a private cloud's authorities, or null. */
    public @Nullable String getCaBundle() {
        return caBundle;
    }

    @DataBoundSetter
    public void setCaBundle(@Nullable String caBundle) {
        this.caBundle = Text.orNull(caBundle);
    }

    /** An Azure credential's id, or null for the controller's own identity. */
    public @Nullable String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@Nullable String credentialsId) {
        this.credentialsId = Text.orNull(credentialsId);
    }

    /** The full names of folders and jobs that may use it, one a line; null for all. */
    public @Nullable String getFolders() {
        return folders;
    }

    @DataBoundSetter
    public void setFolders(@Nullable String folders) {
        this.folders = Text.orNull(folders);
    }

    /** Its place in Azure. */
    public WorkspaceId id() {
        return new WorkspaceId(subscription, resourceGroup, workspace.isEmpty() ? name : workspace);
    }

    /** Whether a job of that full name may use it. */
    public boolean admits(String job) {
        return folders == null
                || folders.lines()
                        .map(String::strip)
                        .filter(folder -> !folder.isEmpty())
                        .anyMatch(folder -> job.equals(folder) || job.startsWith(folder + "/"));
    }

    /** The form of a workspace. */
    @Extension
    @Symbol("azureMlWorkspace")
    public static final class DescriptorImpl extends Descriptor<NamedWorkspace> {
        @Override
        public String getDisplayName() {
            return Messages.workspace();
        }
    }
}
