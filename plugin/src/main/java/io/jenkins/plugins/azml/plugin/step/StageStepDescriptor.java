package io.jenkins.plugins.azml.plugin.step;

import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** What the descriptors of all steps have in common. */
abstract class StageStepDescriptor extends StepDescriptor {
    private final String name;

    /** @param name as Pipelines call the step */
    StageStepDescriptor(String name) {
        this.name = name;
    }

    @Override
    public String getFunctionName() {
        return name;
    }

    @Override
    public String getDisplayName() {
        return Messages.of(name);
    }

    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class, FlowNode.class);
    }
}
