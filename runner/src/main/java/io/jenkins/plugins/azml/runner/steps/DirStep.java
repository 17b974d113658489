package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.BodyInvoker;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.BlockStep;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.nio.file.Path;
import java.util.Objects;

/** {@code dir}: runs its body in a folder of the workspace. */
final class DirStep extends BlockStep {
    DirStep() {
        super(StepSignature.of("dir", "org.jenkinsci.plugins.workflow.steps.PushdStep")
                .constructor("path", String.class)
                .needs(RequiredContext.WORKSPACE));
    }

    @Override
    protected BodyInvoker body(StepArguments arguments, StepContext context) {
        Path directory = context.directory()
                .resolve(Objects.requireNonNull(arguments.text("path"), Nulls.relativePath()))
                .normalize();
        context.console().println("Running in " + directory);
        return context.newBody().in(context.block().in(directory.toString()));
    }
}
