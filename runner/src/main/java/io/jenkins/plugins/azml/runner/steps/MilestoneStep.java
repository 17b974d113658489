package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;
import org.jspecify.annotations.Nullable;

/** {@code milestone}: always passed, since one build runs at a time. */
final class MilestoneStep extends SynchronousStep {
    MilestoneStep() {
        super(StepSignature.of("milestone", "org.jenkinsci.plugins.pipeline.milestone.MilestoneStep")
                .constructor("ordinal", Integer.class)
                .optional("label", String.class)
                .optional("unsafe", Boolean.class));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) {
        context.console().println("Trying to pass milestone " + arguments.number("ordinal", 0));
        return null;
    }
}
