package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.files.FileSet;
import io.jenkins.plugins.azml.runner.files.Trees;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code unstash}: lays kept files into the current folder. */
final class UnstashStep extends SuspendingStep {
    UnstashStep() {
        super(StepSignature.of("unstash", "org.jenkinsci.plugins.workflow.support.steps.stash.UnstashStep")
                .constructor("name", String.class)
                .needs(RequiredContext.WORKSPACE));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws IOException {
        String name = arguments.text("name", "");
        Path folder = StashStep.folder(context, name);
        if (!Files.isDirectory(folder)) {
            throw new AbortException("No such saved stash ‘" + name + "’");
        }
        Files.createDirectories(context.directory());
        Trees.copy(folder, new FileSet("", "", false).list(folder), context.directory());
        return null;
    }
}
