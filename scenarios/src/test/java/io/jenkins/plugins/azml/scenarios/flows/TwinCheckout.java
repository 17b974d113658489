package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.files.FileSet;
import io.jenkins.plugins.azml.runner.files.Trees;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code checkout} without git: the sources as they lie on disk, for what spawns no process. */
final class TwinCheckout extends SuspendingStep {
    TwinCheckout() {
        super(new StepCatalogue(List.of(), List.of())
                .find("checkout")
                .orElseThrow()
                .signature());
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) throws IOException {
        Path sources = context.execution().services().home().sources();
        Trees.copy(sources, new FileSet("", "", false).list(sources), context.directory());
        return Map.of();
    }
}
