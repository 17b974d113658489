package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Closure;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.console.StepConsole;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One call of a step, seen from the step: where it runs, what it prints to, and how it ends. Saved with the program. */
public final class StepContext implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PipelineExecution execution;
    private final int id;
    private final String function;
    private final boolean isBlock;
    private final int threadId;
    private final BlockContext block;
    private final @Nullable CpsBodyExecution enclosing;
    private final @Nullable Closure<?> body;
    private final @Nullable String place;
    private @Nullable Outcome outcome;
    private boolean starting = true;
    private transient @Nullable List<Runnable> launches;
    private transient @Nullable StepConsole console;

    StepContext(
            PipelineExecution execution,
            int id,
            String function,
            boolean isBlock,
            CpsThread thread,
            @Nullable Closure<?> body) {
        this.execution = execution;
        this.id = id;
        this.function = function;
        this.isBlock = isBlock;
        this.threadId = thread.id();
        this.block = thread.block();
        this.enclosing = thread.body();
        this.body = body;
        this.place = execution.callPlace().orElse(null);
    }

    public PipelineExecution execution() {
        return execution;
    }

    /** The number of this call in the build. */
    public int id() {
        return id;
    }

    public String function() {
        return function;
    }

    public boolean isBlock() {
        return isBlock;
    }

    public boolean hasBody() {
        return body != null;
    }

    int threadId() {
        return threadId;
    }

    /** The body in which the step was called; null at the top. */
    public @Nullable CpsBodyExecution enclosingBody() {
        return enclosing;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public BlockContext block() {
        return block;
    }

    public Build build() {
        return execution.build();
    }

    public synchronized StepConsole console() {
        if (console == null) {
            console = new StepConsole(execution.console(), block.filters());
        }
        return console;
    }

    /** The variables that this step sees. */
    public Map<String, String> environment() {
        return block.environment(build().environment());
    }

    /** The current folder on the node. */
    public Path directory() {
        String directory = block.directory();
        if (directory == null) {
            throw new IllegalStateException("the step " + function + " has no folder: it runs outside of a node");
        }
        return Path.of(directory);
    }

    /** Prepares a run of the step's body in the context around the step. */
    public BodyInvoker newBody() {
        if (body == null) {
            throw new IllegalStateException(function + " step must be called with a body");
        }
        return newBody(body);
    }

    /** Prepares a run of some other body, a closure or a script. */
    public BodyInvoker newBody(Object any) {
        return new BodyInvoker(this, any, block);
    }

    void launch(CpsBodyExecution bodyExecution, Object code) {
        if (starting) {
            if (launches == null) {
                launches = new ArrayList<>();
            }
            launches.add(() -> bodyExecution.launch(thread(), code));
        } else {
            execution.post(() -> {
                if (execution.group().thread(threadId) != null) {
                    bodyExecution.launch(thread(), code);
                }
            });
        }
    }

    private CpsThread thread() {
        CpsThread thread = execution.group().thread(threadId);
        if (thread == null) {
            throw new IllegalStateException("the thread of the step " + function + " has ended");
        }
        return thread;
    }

    /** Launches the bodies that the start of the step asked for, and tells whether the step still goes on. */
    boolean startIsOver() {
        List<Runnable> waiting = launches == null ? List.of() : launches;
        launches = null;
        waiting.forEach(Runnable::run);
        starting = false;
        return outcome == null;
    }

    public void succeed(@Nullable Object value) {
        end(new Outcome(value, null));
    }

    public void fail(Throwable failure) {
        execution.services().findings().thrown(failure, place);
        end(new Outcome(null, failure));
    }

    void end(Outcome ended) {
        if (outcome != null) {
            return;
        }
        outcome = ended;
        console().flush();
        if (!starting) {
            execution.post(this::goOn);
        }
    }

    /** Lets the thread go on with the outcome. */
    void goOn() {
        CpsThread thread = execution.group().thread(threadId);
        Outcome ended = outcome;
        if (thread == null || ended == null) {
            return;
        }
        execution.nodes().stepEnds(this, ended);
        thread.endsStep();
        thread.resume(ended);
    }

    /** Ends the step later with the value of some work that may block, done beside the program. */
    public void inBackground(Callable<? extends @Nullable Object> work) {
        execution.background(id, work);
    }

    /** Calls back on the program's thread after a time, unless the program has been restored meanwhile. */
    public Cancellable after(Duration delay, Runnable action) {
        return execution.after(delay, action);
    }
}
