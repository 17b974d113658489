package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepExecution;

/** A step whose body is all that is under way. */
final class BodyExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    BodyExecution(StepContext context) {
        super(context);
    }
}
