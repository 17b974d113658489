package io.jenkins.plugins.azml.runner.steps;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;

/** {@code warnError}: makes a failure of its body an unstable build and stage. */
final class WarnErrorStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "warnError", "org.jenkinsci.plugins.workflow.steps.WarnErrorStep")
            .constructor("message", String.class)
            .optional("catchInterruptions", Boolean.class)
            .body();

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public void check(StepArguments arguments) {
        if (arguments.text("message", "").isBlank()) {
            throw new IllegalArgumentException("A non-empty message is required");
        }
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) {
        context.newBody()
                .start(new CatchingCallback(
                        arguments.text("message"),
                        Result.UNSTABLE,
                        Result.UNSTABLE,
                        arguments.flag("catchInterruptions", true)));
        return new BodyExecution(context);
    }
}
