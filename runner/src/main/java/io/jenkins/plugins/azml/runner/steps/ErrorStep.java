package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;

/** {@code error}: fails with a message and no stack trace. */
final class ErrorStep extends SynchronousStep {
    ErrorStep() {
        super(StepSignature.of("error", "org.jenkinsci.plugins.workflow.steps.ErrorStep")
                .constructor("message", String.class));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) throws AbortException {
        throw new AbortException(arguments.text("message"));
    }
}
