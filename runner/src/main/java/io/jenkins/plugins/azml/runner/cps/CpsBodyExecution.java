package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Next;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.impl.FunctionCallEnv;
import com.cloudbees.groovy.cps.impl.TryBlockEnv;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of a step's body, in a thread of its own. */
public final class CpsBodyExecution implements Serializable {
    private static final long serialVersionUID = 1L;

    private final StepContext context;
    private final BodyCallback callback;
    private final BlockContext block;
    private final @Nullable String label;
    private @Nullable CpsThread thread;
    private @Nullable Throwable stopped;
    private boolean told;
    private boolean done;

    CpsBodyExecution(StepContext context, BodyCallback callback, BlockContext block, @Nullable String label) {
        this.context = context;
        this.callback = callback;
        this.block = block;
        this.label = label;
    }

    /** The body around the step that runs this one. */
    @Nullable
    CpsBodyExecution outer() {
        return context.enclosingBody();
    }

    int callerThread() {
        return done ? -1 : context.threadId();
    }

    public @Nullable String label() {
        return label;
    }

    public StepContext context() {
        return context;
    }

    void launch(CpsThread caller, Object body) {
        context.execution().nodes().bodyStarts(this);
        try {
            Object value = BodyInvoker.call(body);
            new Succeeded(this).receive(value);
        } catch (CpsCallableInvocation invocation) {
            CpsThread started = caller.group().addThread(continuable(invocation), block, this);
            thread = started;
            told = stopped != null;
            started.resume(new Outcome(null, stopped));
        } catch (RuntimeException | Error failure) {
            new Failed(this).receive(failure);
        }
    }

    private Continuable continuable(CpsCallableInvocation invocation) {
        Continuation success = new Succeeded(this);
        FunctionCallEnv caller = new FunctionCallEnv(null, success, null, null);
        caller.setInvoker(context.execution().invoker());
        TryBlockEnv guarded = new TryBlockEnv(caller, null);
        guarded.addHandler(Throwable.class, new Failed(this));
        return new Continuable(invocation.invoke(guarded, null, success));
    }

    /** Interrupts whatever runs in the body. */
    public void cancel(Throwable cause) {
        if (done) {
            return;
        }
        stopped = cause;
        if (thread != null) {
            context.execution().post(() -> {
                told = true;
                context.execution().group().stopInside(this, cause);
            });
        }
    }

    /** Whether an interruption has reached what runs in the body. */
    public boolean isTold() {
        return told;
    }

    private void ended(@Nullable Throwable failure) {
        done = true;
        thread = null;
        context.execution().nodes().bodyEnds(this, failure);
        context.execution().post(() -> context.execution().group().save());
    }

    /** Receives the body's value. */
    private static final class Succeeded implements Continuation {
        private static final long serialVersionUID = 1L;

        private final CpsBodyExecution body;

        Succeeded(CpsBodyExecution body) {
            this.body = body;
        }

        @Override
        public Next receive(@Nullable Object value) {
            body.ended(null);
            try {
                body.callback.onSuccess(body.context, value);
            } catch (Exception failure) {
                body.context.fail(failure);
            }
            return Next.terminate(null);
        }
    }

    /** Receives what the body threw. */
    private static final class Failed implements Continuation {
        private static final long serialVersionUID = 1L;

        private final CpsBodyExecution body;

        Failed(CpsBodyExecution body) {
            this.body = body;
        }

        @Override
        public Next receive(@Nullable Object thrown) {
            Throwable failure = (Throwable) Objects.requireNonNull(thrown);
            body.context.execution().noteFailure(failure);
            body.ended(failure);
            try {
                body.callback.onFailure(body.context, failure);
            } catch (Exception second) {
                failure.addSuppressed(second);
                body.context.fail(failure);
            }
            return Next.terminate(null);
        }
    }
}
