package io.jenkins.plugins.azml.runner.steps;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;
import org.jspecify.annotations.Nullable;

/** {@code unstable}: prints a warning and makes the build and the stage unstable. */
final class UnstableStep extends SynchronousStep {
    UnstableStep() {
        super(StepSignature.of("unstable", "org.jenkinsci.plugins.workflow.steps.UnstableStep")
                .constructor("message", String.class));
    }

    @Override
    public void check(StepArguments arguments) {
        if (arguments.text("message", "").isBlank()) {
            throw new IllegalArgumentException("A non-empty message is required");
        }
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) {
        context.console().println("WARNING: " + arguments.text("message"));
        context.build().setResult(Result.UNSTABLE);
        context.build().stages().warn(context, Result.UNSTABLE);
        return null;
    }
}
