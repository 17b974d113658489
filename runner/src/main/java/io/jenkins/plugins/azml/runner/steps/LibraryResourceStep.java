package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code libraryResource}: reads a file of a library's {@code resources}. */
final class LibraryResourceStep extends SynchronousStep {
    LibraryResourceStep() {
        super(StepSignature.of("libraryResource", "org.jenkinsci.plugins.workflow.libs.ResourceStep")
                .constructor("resource", String.class)
                .optional("encoding", String.class));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) throws IOException {
        String name = arguments.text("resource", "");
        Path file = context.execution()
                .services()
                .libraries()
                .resource(name)
                .orElseThrow(() -> new AbortException("No such library resource " + name + " could be found."));
        return TextEncoding.text(Files.readAllBytes(file), arguments.text("encoding"));
    }
}
