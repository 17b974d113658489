package io.jenkins.plugins.azml.plugin.step;

import io.jenkins.plugins.azml.engine.call.Calls;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.call.StageCall;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.plugin.config.AzmlConfiguration;
import io.jenkins.plugins.azml.plugin.run.Places;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;

/** A step that runs a stage: what all of them take. */
public abstract class StageStep extends Step {
    private @Nullable String workspace;
    private @Nullable String subscription;
    private @Nullable String resourceGroup;
    private @Nullable String credentialsId;
    private @Nullable String run;
    private @Nullable String node;
    private @Nullable String timeout;
    private boolean wait = true;
    private boolean propagate = true;

    /** What the stage is asked for, as far as it is known before any file is read. */
    abstract StageCall<?, ?> call();

    /** The files that the call reads. */
    abstract List<String> files();

    /** Values in place of the files'. */
    Map<String, String> values() {
        return Map.of();
    }

    /** Workspaces beside the first, by role. */
    Map<String, String> others() {
        return Map.of();
    }

    /** The run whose verdict counts, or null. */
    @Nullable
    String verdictOf() {
        return null;
    }

    /** Where a job's outputs go, or null. */
    @Nullable
    String download() {
        return null;
    }

    @Nullable
    String reportJunit() {
        return null;
    }

    @Nullable
    String reportMarkdown() {
        return null;
    }

    String step() {
        return getDescriptor().getFunctionName();
    }

    @Override
    public final StepExecution start(StepContext context) {
        return new StageStepExecution(context, getDescriptor().getFunctionName(), this::order);
    }

    private Order order() {
        StageCall<?, ?> call = call();
        Map<String, String> workspaces = new LinkedHashMap<>(others());
        workspaces.put(
                Scene.WORKSPACE, new Places(AzmlConfiguration.get()).name(workspace, subscription, resourceGroup));
        return new Order(
                step(),
                Calls.stage(call),
                workspaces,
                files(),
                values(),
                Map.of(),
                Json.write(RecordJson.write((Record) call)),
                verdictOf(),
                credentialsId,
                run,
                null,
                reportJunit(),
                reportMarkdown(),
                wait,
                propagate,
                false,
                wishes());
    }

    private Order.Wishes wishes() {
        return new Order.Wishes(node, download(), timeout == null ? null : Given.time(timeout, "timeout"));
    }

    public @Nullable String getWorkspace() {
        return workspace;
    }

    @DataBoundSetter
    public void setWorkspace(@Nullable String workspace) {
        this.workspace = Given.orNull(workspace);
    }

    public @Nullable String getSubscription() {
        return subscription;
    }

    /** As on the command line; here it can only say which configured workspace is meant. */
    @DataBoundSetter
    public void setSubscription(@Nullable String subscription) {
        this.subscription = Given.orNull(subscription);
    }

    public @Nullable String getResourceGroup() {
        return resourceGroup;
    }

    /** As on the command line; here it can only say which configured workspace is meant. */
    @DataBoundSetter
    public void setResourceGroup(@Nullable String resourceGroup) {
        this.resourceGroup = Given.orNull(resourceGroup);
    }

    public @Nullable String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@Nullable String credentialsId) {
        this.credentialsId = Given.orNull(credentialsId);
    }

    public @Nullable String getRun() {
        return run;
    }

    @DataBoundSetter
    public void setRun(@Nullable String run) {
        this.run = Given.orNull(run);
    }

    public @Nullable String getNode() {
        return node;
    }

    /** The label of the node whose workspace folder is meant where the step stands outside any. */
    @DataBoundSetter
    public void setNode(@Nullable String node) {
        this.node = Given.orNull(node);
    }

    public @Nullable String getTimeout() {
        return timeout;
    }

    /** How long the stage may take, such as {@code 30m}; its remote work is cancelled then. */
    @DataBoundSetter
    public void setTimeout(@Nullable String timeout) {
        this.timeout = Given.orNull(timeout);
    }

    public boolean isWait() {
        return wait;
    }

    @DataBoundSetter
    public void setWait(boolean wait) {
        this.wait = wait;
    }

    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }
}
