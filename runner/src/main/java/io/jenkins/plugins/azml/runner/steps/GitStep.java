package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;

/** {@code git}: clones a repository into the folder. */
final class GitStep extends SuspendingStep {
    GitStep() {
        super(StepSignature.of("git", "jenkins.plugins.git.GitStep")
                .constructor("url", String.class)
                .optional("branch", String.class)
                .optional("changelog", Boolean.class)
                .optional("credentialsId", String.class)
                .optional("poll", Boolean.class)
                .needs(RequiredContext.WORKSPACE, RequiredContext.LAUNCHER));
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) throws Exception {
        return new Sources(context).checkout(arguments.text("url", ""), arguments.text("branch", "master"));
    }
}
