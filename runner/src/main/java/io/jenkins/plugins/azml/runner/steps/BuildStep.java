package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;
import java.util.List;

/** {@code build}: refused, since no other job is here. */
final class BuildStep extends SynchronousStep {
    BuildStep() {
        super(StepSignature.of("build", "org.jenkinsci.plugins.workflow.support.steps.build.BuildTriggerStep")
                .constructor("job", String.class)
                .optional("parameters", List.class)
                .optional("propagate", Boolean.class)
                .optional("quietPeriod", Integer.class)
                .optional("wait", Boolean.class)
                .optional("waitForStart", Boolean.class));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) throws AbortException {
        throw new AbortException("No item named " + arguments.text("job") + " found");
    }
}
