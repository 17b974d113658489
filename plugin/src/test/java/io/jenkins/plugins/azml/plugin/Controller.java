package io.jenkins.plugins.azml.plugin;

import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.FilePath;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import io.jenkins.plugins.azml.plugin.run.Hosts;
import io.jenkins.plugins.azml.plugin.run.HostsOfTest;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.model.RunAction2;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A controller that can be killed, with one build of one job, Azure ML in memory, and virtual time. */
final class Controller implements AutoCloseable {
    private static final int MOST_BEATS = 10_000;

    final InMemoryEmulator emulator;
    final MemoryTransport transport;
    final ByteArrayOutputStream console = new ByteArrayOutputStream();
    final Path folder;
    final Run<?, ?> build = mock(Run.class);
    final Job<?, ?> job = mock(Job.class);
    private final Logger failures = Logger.getLogger(Hosts.class.getName());
    private final Path home;
    private Pump pump = new Pump();

    Controller(Path home, InMemoryEmulator emulator) throws IOException {
        this.home = home;
        this.emulator = emulator;
        this.transport = new MemoryTransport(emulator);
        // A killed controller logs nothing.
        failures.setLevel(Level.OFF);
        this.folder = Files.createDirectories(home.resolve("workspace"));
        build();
        Configured.to(emulator, "robot");
        start();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void build() throws IOException {
        when(job.getFullName()).thenReturn("team/train");
        when(((Run) build).getParent()).thenReturn((Job) job);
        when(build.getNumber()).thenReturn(7);
        when(build.getTimeInMillis()).thenReturn(1_700_000_000_000L);
        when(build.getRootDir())
                .thenReturn(Files.createDirectories(home.resolve("builds/7")).toFile());
        doAnswer(call -> {
                    RunAction2 action = call.getArgument(0);
                    action.onAttached(build);
                    when(build.getAction((Class) action.getClass())).thenReturn(action);
                    return null;
                })
                .when(build)
                .addAction(org.mockito.ArgumentMatchers.any(Action.class));
    }

    /** From now on steps stand in a build of another job, whose builder may see the first one. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    void anotherJob(String name) throws IOException {
        Run<?, ?> first = mock(Run.class);
        when(((Run) first).getParent()).thenReturn((Job) job);
        when(first.getNumber()).thenReturn(7);
        File folderOfFirst = build.getRootDir();
        when(first.getRootDir()).thenReturn(folderOfFirst);
        when(((Job) job).getBuildByNumber(7)).thenReturn(first);
        Job<?, ?> other = mock(Job.class);
        when(other.getFullName()).thenReturn(name);
        when(((Run) build).getParent()).thenReturn((Job) other);
        when(build.getRootDir())
                .thenReturn(
                        Files.createDirectories(home.resolve("builds/other")).toFile());
        Jenkins.add(job);
    }

    private void start() {
        pump = new Pump();
        Timer.use(pump);
        HostsOfTest.use(transport, emulator.clock(), pump);
    }

    /** What a step inside a node finds. */
    BuildContext context(String name) {
        return outside(name).with(FilePath.class, new FilePath(folder.toFile()));
    }

    /** What a step outside any node finds. */
    BuildContext outside(String name) {
        FlowNode node = mock(FlowNode.class);
        when(node.getId()).thenReturn(name);
        TaskListener listener = mock(TaskListener.class);
        when(listener.getLogger()).thenReturn(new PrintStream(console, true, StandardCharsets.UTF_8));
        return new BuildContext(name)
                .with(Run.class, build)
                .with(FlowNode.class, node)
                .with(TaskListener.class, listener);
    }

    /** Runs a step to its end; a controller that is killed on the way is started again. */
    Map<?, ?> see(Step step, String name) throws Exception {
        return see(step, context(name));
    }

    Map<?, ?> see(Step step, BuildContext context) throws Exception {
        StepExecution execution = step.start(context);
        execution.start();
        see(execution, context);
        if (context.failure() != null) {
            throw new AssertionError(context.failure().getMessage() + "; console:\n" + said());
        }
        return (Map<?, ?>) context.result();
    }

    void see(StepExecution begun, BuildContext context) throws Exception {
        StepExecution execution = begun;
        for (int beat = 0; !context.isOver(); beat++) {
            if (beat > MOST_BEATS) {
                throw new AssertionError("the step never ends; console:\n" + said());
            }
            if (!beat()) {
                execution = restart(execution);
            }
        }
        beat();
    }

    /** What is due happens; false if the controller was killed by it. */
    boolean beat() {
        pump.run();
        if (transport.wasKilled()) {
            return false;
        }
        emulator.clock().advance(pump.next());
        pump.run();
        return !transport.wasKilled();
    }

    /** Drops all that is in memory; what was saved of the step goes on. */
    StepExecution restart(StepExecution execution) throws IOException, ClassNotFoundException {
        byte[] saved = River.write(execution);
        start();
        StepExecution resumed = (StepExecution) River.read(saved);
        resumed.onResume();
        return resumed;
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    String said() {
        return console.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        emulator.close();
    }
}
