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
import org.jspecify.annotations.Nullable;

/** {@code writeFile}: writes text, or bytes given as Base64. */
final class WriteFileStep extends SuspendingStep {
    WriteFileStep() {
        super(StepSignature.of("writeFile", "org.jenkinsci.plugins.workflow.steps.WriteFileStep")
                .constructor("file", String.class)
                .constructor("text", String.class)
                .optional("encoding", String.class)
                .needs(RequiredContext.WORKSPACE));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws IOException {
        Path file = context.directory().resolve(Objects.requireNonNull(arguments.text("file"), Nulls.relativePath()));
        String text = Objects.requireNonNull(arguments.text("text"), Nulls.text());
        Files.createDirectories(file.getParent());
        Files.write(file, TextEncoding.bytes(text, arguments.text("encoding")));
        return null;
    }
}
