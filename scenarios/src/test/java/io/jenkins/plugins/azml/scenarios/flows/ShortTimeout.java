package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The runner's own {@code timeout}, whose hours are short. */
final class ShortTimeout implements Step {
    private final Step own =
            new StepCatalogue(List.of(), List.of()).find("timeout").orElseThrow();

    @Override
    public StepSignature signature() {
        return own.signature();
    }

    @Override
    public @Nullable StepExecution start(StepArguments arguments, StepContext context) throws Exception {
        return own.start(new StepArguments(Map.of("time", 30, "unit", TimeUnit.MILLISECONDS)), context);
    }
}
