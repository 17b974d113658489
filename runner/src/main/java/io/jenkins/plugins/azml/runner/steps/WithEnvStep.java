package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.BodyInvoker;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.BlockStep;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.util.HashMap;
import java.util.Map;

/** {@code withEnv}: sets variables for its body. */
final class WithEnvStep extends BlockStep {
    WithEnvStep() {
        super(StepSignature.of("withEnv", "org.jenkinsci.plugins.workflow.steps.EnvStep")
                .constructor("overrides", java.util.List.class));
    }

    @Override
    public void check(StepArguments arguments) {
        for (Object pair : arguments.list("overrides")) {
            if (!String.valueOf(pair).contains("=")) {
                throw new IllegalArgumentException(String.valueOf(pair));
            }
        }
    }

    @Override
    protected BodyInvoker body(StepArguments arguments, StepContext context) {
        Map<String, String> variables = new HashMap<>();
        for (Object each : arguments.list("overrides")) {
            String pair = String.valueOf(each);
            int equals = pair.indexOf('=');
            variables.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return context.newBody().in(context.block().with(variables));
    }
}
