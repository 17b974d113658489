package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.build.Home;
import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.CpsBodyExecution;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@code node}: runs its body in a workspace on this machine. Any label is this machine's. */
final class NodeStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "node", "org.jenkinsci.plugins.workflow.support.steps.ExecutorStep")
            .constructor("label", String.class)
            .body();

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) throws AbortException {
        Home home = context.execution().services().home();
        Path workspace = home.take(home.workspaceOf(context.build().job()));
        context.console().println("Running on Jenkins in " + workspace);
        create(workspace);
        CpsBodyExecution body = context.newBody()
                .in(context.block().onNode(variables(home, workspace), workspace.toString()))
                .start(new WorkspaceLease(workspace.toString()));
        return new Execution(context, body, workspace.toString());
    }

    static void create(Path workspace) throws AbortException {
        try {
            Files.createDirectories(workspace);
        } catch (IOException unwritable) {
            throw new AbortException("the workspace " + workspace + " cannot be made: " + unwritable.getMessage()
                    + "; choose another folder with --home");
        }
    }

    private static Map<String, String> variables(Home home, Path workspace) {
        Map<String, String> variables = new HashMap<>(home.environment());
        variables.put("NODE_NAME", "built-in");
        variables.put("NODE_LABELS", "built-in");
        variables.put("EXECUTOR_NUMBER", "0");
        variables.put("JENKINS_HOME", home.root().toString());
        variables.putAll(workspaceVariables(workspace));
        return variables;
    }

    static Map<String, String> workspaceVariables(Path workspace) {
        return Map.of("WORKSPACE", workspace.toString(), "WORKSPACE_TMP", workspace + "@tmp");
    }

    /** Gives the workspace back when the body has ended. */
    static final class WorkspaceLease extends BodyCallback.Finally {
        private static final long serialVersionUID = 1L;

        private final String workspace;

        WorkspaceLease(String workspace) {
            this.workspace = workspace;
        }

        @Override
        protected void finished(StepContext context) {
            context.execution().services().home().release(Path.of(workspace));
        }
    }

    /** The body in its workspace. */
    static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("UnusedVariable") // shows in the chain of fields of what cannot be saved, as on Jenkins
        private final CpsBodyExecution body;

        private final String workspace;

        Execution(StepContext context, CpsBodyExecution body, String workspace) {
            super(context);
            this.body = body;
            this.workspace = workspace;
        }

        @Override
        public void resume(boolean aloud) {
            context().execution().services().home().retake(Path.of(workspace));
        }
    }
}
