package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;

/** {@code pwd}: gives the current folder, or the one for temporary files beside it. */
final class PwdStep extends SynchronousStep {
    PwdStep() {
        super(StepSignature.of("pwd", "org.jenkinsci.plugins.workflow.steps.PwdStep")
                .optional("tmp", Boolean.class)
                .needs(RequiredContext.WORKSPACE));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) {
        return arguments.flag("tmp", false)
                ? context.directory() + "@tmp"
                : context.directory().toString();
    }
}
