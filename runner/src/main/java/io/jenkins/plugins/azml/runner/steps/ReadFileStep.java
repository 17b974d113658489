package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** {@code readFile}: reads text, or bytes as Base64. */
final class ReadFileStep extends SuspendingStep {
    ReadFileStep() {
        super(StepSignature.of("readFile", "org.jenkinsci.plugins.workflow.steps.ReadFileStep")
                .constructor("file", String.class)
                .optional("encoding", String.class)
                .needs(RequiredContext.WORKSPACE));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) throws IOException {
        Path file = context.directory().resolve(Objects.requireNonNull(arguments.text("file"), Nulls.relativePath()));
        return TextEncoding.text(Files.readAllBytes(file), arguments.text("encoding"));
    }
}
