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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code stash}: keeps files for later in the build. */
final class StashStep extends SuspendingStep {
    StashStep() {
        super(StepSignature.of("stash", "org.jenkinsci.plugins.workflow.support.steps.stash.StashStep")
                .constructor("name", String.class)
                .optional("allowEmpty", Boolean.class)
                .optional("excludes", String.class)
                .optional("includes", String.class)
                .optional("useDefaultExcludes", Boolean.class)
                .needs(RequiredContext.WORKSPACE));
    }

    static Path folder(StepContext context, String name) {
        return context.build()
                .job()
                .folder(context.build().number())
                .resolve("stashes")
                .resolve(name);
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws IOException {
        String name = arguments.text("name", "");
        FileSet files = new FileSet(
                arguments.text("includes", ""),
                arguments.text("excludes", ""),
                arguments.flag("useDefaultExcludes", true));
        List<String> found = files.list(context.directory());
        if (found.isEmpty() && !arguments.flag("allowEmpty", false)) {
            throw new AbortException("No files included in stash ‘" + name + "’");
        }
        Path folder = folder(context, name);
        Trees.delete(folder);
        Files.createDirectories(folder);
        Trees.copy(context.directory(), found, folder);
        context.console().println("Stashed " + found.size() + " file(s)");
        return null;
    }
}
