package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import java.nio.file.Files;

/** {@code fileExists}: tells whether a file or folder is there. */
final class FileExistsStep extends SuspendingStep {
    FileExistsStep() {
        super(StepSignature.of("fileExists", "org.jenkinsci.plugins.workflow.steps.FileExistsStep")
                .constructor("file", String.class)
                .needs(RequiredContext.WORKSPACE));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) {
        return Files.exists(context.directory().resolve(arguments.text("file", "")));
    }
}
