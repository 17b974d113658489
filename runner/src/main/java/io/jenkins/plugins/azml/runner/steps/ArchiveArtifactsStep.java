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

/** {@code archiveArtifacts}: keeps files with the build's record. */
final class ArchiveArtifactsStep extends SuspendingStep {
    ArchiveArtifactsStep() {
        super(StepSignature.of("archiveArtifacts", "hudson.tasks.ArtifactArchiver")
                .constructor("artifacts", String.class)
                .optional("allowEmptyArchive", Boolean.class)
                .optional("caseSensitive", Boolean.class)
                .optional("defaultExcludes", Boolean.class)
                .optional("excludes", String.class)
                .optional("fingerprint", Boolean.class)
                .optional("followSymlinks", Boolean.class)
                .optional("onlyIfSuccessful", Boolean.class)
                .needs(RequiredContext.WORKSPACE, RequiredContext.LAUNCHER));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) throws IOException {
        context.console().println("Archiving artifacts");
        String pattern = arguments.text("artifacts", "");
        List<String> found = new FileSet(
                        pattern, arguments.text("excludes", ""), arguments.flag("defaultExcludes", true))
                .list(context.directory());
        if (found.isEmpty()) {
            nothingFound(pattern, arguments, context);
            return null;
        }
        Path kept = context.build().job().folder(context.build().number()).resolve("archive");
        Trees.copy(context.directory(), found, kept);
        for (String file : found) {
            context.build().keepArtifact(file, Files.size(kept.resolve(file)));
        }
        if (arguments.flag("fingerprint", false)) {
            context.console().println("Recording fingerprints");
        }
        return null;
    }

    private static void nothingFound(String pattern, StepArguments arguments, StepContext context) throws IOException {
        for (String one : pattern.split(",")) {
            context.console().println(new PatternAdvice(context.directory()).why(one.strip()));
        }
        String message = "No artifacts found that match the file pattern \"" + pattern + "\". Configuration error?";
        if (!arguments.flag("allowEmptyArchive", false)) {
            throw new AbortException(message);
        }
        context.console().println(message);
    }
}
