package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.io.IOException;

/** {@code sh}: runs a shell script. It goes on over a restart, and its output is read on from where it was. */
final class ShellStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "sh", "org.jenkinsci.plugins.workflow.steps.durable_task.ShellStep")
            .constructor("script", String.class)
            .optional("encoding", String.class)
            .optional("label", String.class)
            .optional("returnStatus", Boolean.class)
            .optional("returnStdout", Boolean.class)
            .needs(RequiredContext.WORKSPACE, RequiredContext.LAUNCHER);

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public void check(StepArguments arguments) {
        if (arguments.text("script") == null) {
            throw new IllegalArgumentException("script is missing");
        }
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) throws IOException {
        ShellTask task = ShellTask.start(
                context.directory(),
                arguments.text("script", ""),
                context.environment(),
                arguments.flag("returnStdout", false));
        ShellExecution execution =
                new ShellExecution(context, task, arguments.flag("returnStatus", false), arguments.text("encoding"));
        execution.watch();
        return execution;
    }
}
