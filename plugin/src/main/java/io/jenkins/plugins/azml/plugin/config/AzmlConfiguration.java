package io.jenkins.plugins.azml.plugin.config;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The section {@code Azure Machine Learning} of Jenkins' configuration. */
@Extension
@Symbol("azureMachineLearning")
public final class AzmlConfiguration extends GlobalConfiguration {
    private List<NamedWorkspace> workspaces = new ArrayList<>();
    private @Nullable String defaultWorkspace;
    private int requestsPerSecond = 10;
    private int pollSeconds = 10;

    public AzmlConfiguration() {
        load();
    }

    public static AzmlConfiguration get() {
        return ExtensionList.lookupSingleton(AzmlConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.displayName();
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws Descriptor.FormException {
        workspaces = new ArrayList<>();
        request.bindJSON(this, json);
        save();
        return true;
    }

    public List<NamedWorkspace> getWorkspaces() {
        return List.copyOf(workspaces);
    }

    @DataBoundSetter
    public void setWorkspaces(List<NamedWorkspace> workspaces) {
        this.workspaces = new ArrayList<>(workspaces);
        save();
    }

    /** The workspace of a step that names none, or null. */
    public @Nullable String getDefaultWorkspace() {
        return defaultWorkspace;
    }

    @DataBoundSetter
    public void setDefaultWorkspace(@Nullable String defaultWorkspace) {
        this.defaultWorkspace = Text.orNull(defaultWorkspace);
        save();
    }

    /** How many requests all builds together send to one subscription in a second, at most. */
    public int getRequestsPerSecond() {
        return requestsPerSecond;
    }

    @DataBoundSetter
    public void setRequestsPerSecond(int requestsPerSecond) {
        this.requestsPerSecond = Math.max(1, requestsPerSecond);
        save();
    }

    /** How often the jobs of a workspace are looked at, in seconds. */
    public int getPollSeconds() {
        return pollSeconds;
    }

    @DataBoundSetter
    public void setPollSeconds(int pollSeconds) {
        this.pollSeconds = Math.max(1, pollSeconds);
        save();
    }

    /** The workspace of that name. */
    public Optional<NamedWorkspace> findWorkspace(String name) {
        return workspaces.stream()
                .filter(workspace -> workspace.getName().equals(name))
                .findFirst();
    }
}
