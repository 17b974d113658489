package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.build.Home;
import io.jenkins.plugins.azml.runner.cps.CpsBodyExecution;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.nio.file.Path;

/** {@code ws}: runs its body in another workspace of the node. */
final class WsStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "ws", "org.jenkinsci.plugins.workflow.support.steps.WorkspaceStep")
            .constructor("dir", String.class)
            .body()
            .needs(RequiredContext.WORKSPACE);

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) throws Exception {
        Home home = context.execution().services().home();
        String dir = arguments.text("dir");
        Path workspace = home.take(
                dir == null
                        ? home.workspaceOf(context.build().job())
                        : home.root().resolve(dir));
        NodeStep.create(workspace);
        context.console().println("Running in " + workspace);
        CpsBodyExecution body = context.newBody()
                .in(context.block().in(workspace.toString()).with(NodeStep.workspaceVariables(workspace)))
                .start(new NodeStep.WorkspaceLease(workspace.toString()));
        return new NodeStep.Execution(context, body, workspace.toString());
    }
}
