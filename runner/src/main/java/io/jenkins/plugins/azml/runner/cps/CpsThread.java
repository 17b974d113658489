package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One line of execution: the program itself, or a body that a step runs. The field names are Jenkins' own: they show in messages. */
public final class CpsThread implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CpsThreadGroup group;
    private final int id;
    private final Continuable program;
    private final BlockContext block;
    private final @Nullable CpsBodyExecution body;
    private final TreeMap<String, String> preview = new TreeMap<>();
    private @Nullable Outcome resumeValue;
    private @Nullable StepExecution step;
    private @Nullable StepContext waiting;

    CpsThread(CpsThreadGroup group, int id, Continuable program, BlockContext block, @Nullable CpsBodyExecution body) {
        this.group = group;
        this.id = id;
        this.program = program;
        this.block = block;
        this.body = body;
    }

    public CpsThreadGroup group() {
        return group;
    }

    public int id() {
        return id;
    }

    public BlockContext block() {
        return block;
    }

    /** Variables that are being computed and not set yet: visible to this thread alone. */
    public Map<String, String> preview() {
        return preview;
    }

    /** The body that this thread runs; null for the program itself. */
    public @Nullable CpsBodyExecution body() {
        return body;
    }

    /** What the thread runs. */
    public Continuable program() {
        return program;
    }

    boolean isRunnable() {
        return resumeValue != null;
    }

    boolean isAlive() {
        return program.isResumable();
    }

    @Nullable
    StepExecution step() {
        return step;
    }

    @Nullable
    StepContext waiting() {
        return waiting;
    }

    void starts(@Nullable StepExecution execution, StepContext context) {
        step = execution;
        waiting = context;
    }

    void endsStep() {
        step = null;
        waiting = null;
    }

    /** Lets the thread go on with an outcome; one that is about to go on already keeps its own. */
    void resume(Outcome outcome) {
        if (resumeValue == null) {
            resumeValue = outcome;
            group.scheduleRun();
        }
    }

    /** Runs until the thread ends or waits for a step. */
    Outcome runNextChunk() {
        Outcome given = resumeValue;
        resumeValue = null;
        Outcome yielded = group.execution().run(this, given == null ? new Outcome(null, null) : given);
        if (yielded.getNormal() instanceof ThreadTask task) {
            Outcome now = task.begin(this);
            resumeValue = now == null ? resumeValue : now;
        }
        return yielded;
    }

    /** Interrupts the step that the thread waits for, or the thread itself where it waits for none. */
    void stop(Throwable cause) {
        StepExecution current = step;
        if (current == null) {
            resumeValue = new Outcome(null, cause);
            group.scheduleRun();
            return;
        }
        try {
            current.stop(cause);
        } catch (Exception failure) {
            cause.addSuppressed(failure);
            current.context().fail(cause);
        }
    }

    /** Tells whether the thread runs inside a body, at any depth. */
    boolean isInside(CpsBodyExecution outer) {
        for (CpsBodyExecution at = body; at != null; at = at.outer()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }
}
