package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.BodyInvoker;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.BlockStep;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;

/** {@code script}: a piece of scripted Pipeline in a Declarative one. */
final class ScriptStep extends BlockStep {
    ScriptStep() {
        super(StepSignature.of("script", "org.jenkinsci.plugins.pipeline.modeldefinition.steps.ScriptStep"));
    }

    @Override
    protected BodyInvoker body(StepArguments arguments, StepContext context) {
        return context.newBody();
    }
}
