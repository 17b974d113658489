package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;
import org.jspecify.annotations.Nullable;

/** {@code echo}: prints a message. */
final class EchoStep extends SynchronousStep {
    EchoStep() {
        super(StepSignature.of("echo", "org.jenkinsci.plugins.workflow.steps.EchoStep")
                .constructor("message", String.class));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) {
        context.console().println(String.valueOf(arguments.text("message")));
        return null;
    }
}
