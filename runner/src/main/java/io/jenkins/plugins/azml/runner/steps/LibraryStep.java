package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;

/** {@code library}: loads a library while the script runs, and gives its classes. */
final class LibraryStep extends SuspendingStep {
    LibraryStep() {
        super(StepSignature.of("library", "org.jenkinsci.plugins.workflow.libs.LibraryStep")
                .constructor("identifier", String.class)
                .optional("changelog", Boolean.class)
                .optional("retriever", Object.class));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) throws Exception {
        return context.execution()
                .services()
                .libraries()
                .load(arguments.text("identifier", ""), context.execution()::compiler, context.console());
    }
}
