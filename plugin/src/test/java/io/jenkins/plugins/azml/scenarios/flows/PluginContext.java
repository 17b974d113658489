package io.jenkins.plugins.azml.scenarios.flows;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.WorkspaceAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What Jenkins gives to a step of the plugin, out of what the runner has. */
final class PluginContext extends StepContext {
    private static final long serialVersionUID = 1L;

    private final io.jenkins.plugins.azml.runner.cps.StepContext runner;

    PluginContext(io.jenkins.plugins.azml.runner.cps.StepContext runner) {
        this.runner = runner;
    }

    /** The controller of this life. */
    static PluginSteps home(io.jenkins.plugins.azml.runner.cps.StepContext runner) {
        return ((PluginStep) runner.execution()
                        .services()
                        .steps()
                        .find(runner.function())
                        .orElseThrow())
                .home();
    }

    @Override
    public <T> T get(Class<T> key) {
        return key.cast(thing(key));
    }

    private Object thing(Class<?> key) {
        if (key == Run.class) {
            return home(runner).build(runner);
        }
        if (key == FilePath.class) {
            return runner.block().directory() == null
                    ? null
                    : new FilePath(runner.directory().toFile());
        }
        if (key == EnvVars.class) {
            return new EnvVars(runner.environment());
        }
        if (key == TaskListener.class) {
            TaskListener listener = mock(TaskListener.class);
            when(listener.getLogger()).thenReturn(new Console());
            return listener;
        }
        if (key == FlowNode.class) {
            FlowNode node = mock(FlowNode.class);
            when(node.getId()).thenReturn(String.valueOf(runner.id()));
            List<FlowNode> before = nodes();
            when(node.getParents()).thenReturn(before);
            return node;
        }
        return null;
    }

    /** The runner's one node, where the build has been on it. */
    private List<FlowNode> nodes() {
        Path left =
                runner.execution().services().home().workspaceOf(runner.build().job());
        if (!Files.isDirectory(left)) {
            return List.of();
        }
        WorkspaceAction action = mock(WorkspaceAction.class);
        when(action.getNode()).thenReturn("built-in");
        when(action.getWorkspace()).thenReturn(new FilePath(left.toFile()));
        FlowNode node = mock(FlowNode.class);
        when(node.getAction(WorkspaceAction.class)).thenReturn(action);
        return List.of(node);
    }

    /** Gives whole lines to the build's console. */
    private final class Console extends PrintStream {
        Console() {
            super(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        }

        @Override
        public void println(String line) {
            runner.console().println(line);
        }
    }

    @Override
    public void onSuccess(Object value) {
        runner.succeed(value);
    }

    @Override
    public void onFailure(Throwable failure) {
        runner.fail(failure);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return Futures.immediateFuture(null);
    }

    @Override
    public void setResult(Result result) {
        runner.build().setResult(result);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PluginContext context && context.runner == runner;
    }

    @Override
    public int hashCode() {
        return runner.id();
    }
}
