package io.jenkins.plugins.azml.plugin.config;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.microsoft.azure.util.AzureBaseCredentials;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.azml.engine.azure.Cloud;
import io.jenkins.plugins.azml.engine.azure.WorkspaceId;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

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

    /** The form of a workspace. Only administrators see it, so only they are answered. */
    @Extension
    @Symbol("azureMlWorkspace")
    public static final class DescriptorImpl extends Descriptor<NamedWorkspace> {
        @Override
        public String getDisplayName() {
            return Messages.workspace();
        }

        /** The Azure credentials that Jenkins itself has. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            Jenkins jenkins = Jenkins.get();
            StandardListBoxModel items = new StandardListBoxModel();
            if (!jenkins.hasPermission(Jenkins.ADMINISTER)) {
                return items.includeCurrentValue(credentialsId);
            }
            return items.includeEmptyValue()
                    .includeAs(ACL.SYSTEM2, jenkins, AzureBaseCredentials.class)
                    .includeCurrentValue(credentialsId);
        }

        @POST
        public ListBoxModel doFillCloudItems() {
            ListBoxModel items = new ListBoxModel();
            if (Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
                Cloud.wellKnown().forEach(cloud -> items.add(cloud.name(), cloud.name()));
            }
            return items;
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return required(value);
        }

        @POST
        public FormValidation doCheckSubscription(@QueryParameter String value) {
            return required(value);
        }

        @POST
        public FormValidation doCheckResourceGroup(@QueryParameter String value) {
            return required(value);
        }

        private static FormValidation required(String value) {
            return Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                    ? FormValidation.validateRequired(value)
                    : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckMetadataUrl(@QueryParameter String value) {
            return !Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                            || Text.orNull(value) == null
                            || value.strip().startsWith("https://")
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.https());
        }

        /** Reads the workspace from Azure with what is typed. */
        @POST
        public FormValidation doTestConnection(
                @QueryParameter String name,
                @QueryParameter String subscription,
                @QueryParameter String resourceGroup,
                @QueryParameter String workspace,
                @QueryParameter String cloud,
                @QueryParameter String metadataUrl,
                @QueryParameter String caBundle,
                @QueryParameter String credentialsId) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            NamedWorkspace typed = new NamedWorkspace(name, subscription, resourceGroup, workspace);
            typed.setCloud(cloud);
            typed.setMetadataUrl(metadataUrl);
            typed.setCaBundle(caBundle);
            typed.setCredentialsId(credentialsId);
            try {
                return FormValidation.ok(Messages.reached(
                        ExtensionList.lookupSingleton(ConnectionCheck.class).check(typed)));
            } catch (ProblemException | Unsettled e) {
                return FormValidation.error(Redaction.line(String.valueOf(e.getMessage()), 500));
            }
        }
    }
}
