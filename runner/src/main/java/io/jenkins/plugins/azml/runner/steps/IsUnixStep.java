package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;
import java.io.File;

/** {@code isUnix}: tells whether the node is no Windows. */
final class IsUnixStep extends SynchronousStep {
    IsUnixStep() {
        super(StepSignature.of("isUnix", "org.jenkinsci.plugins.workflow.steps.IsUnixStep")
                .needs(RequiredContext.LAUNCHER));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) {
        return File.pathSeparatorChar == ':';
    }
}
