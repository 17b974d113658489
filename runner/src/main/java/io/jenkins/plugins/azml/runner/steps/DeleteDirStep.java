package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.files.Trees;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code deleteDir}: deletes the current folder. */
final class DeleteDirStep extends SuspendingStep {
    DeleteDirStep() {
        super(StepSignature.of("deleteDir", "org.jenkinsci.plugins.workflow.steps.DeleteDirStep")
                .needs(RequiredContext.WORKSPACE));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws IOException {
        Trees.delete(context.directory());
        return null;
    }
}
