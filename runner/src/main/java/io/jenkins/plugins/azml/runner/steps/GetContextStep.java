package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;
import org.jspecify.annotations.Nullable;

/** {@code getContext}: gives nothing here; Declarative calls it where it skips a stage. */
final class GetContextStep extends SynchronousStep {
    GetContextStep() {
        super(StepSignature.of("getContext", "org.jenkinsci.plugins.workflow.steps.GetContextStep")
                .constructor("type", Object.class));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) {
        return null;
    }
}
