package io.jenkins.plugins.azml.runner.steps;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.console.TimeSpans;
import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.Cancellable;
import io.jenkins.plugins.azml.runner.cps.CpsBodyExecution;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jspecify.annotations.Nullable;

/** {@code timeout}: interrupts its body after a time. */
final class TimeoutStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "timeout", "org.jenkinsci.plugins.workflow.steps.TimeoutStep")
            .constructor("time", Integer.class)
            .optional("activity", Boolean.class)
            .optional("unit", TimeUnit.class)
            .body();

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) {
        long millis = TimeSetting.millis(arguments, TimeUnit.MINUTES);
        Execution execution = new Execution(context, System.currentTimeMillis() + millis);
        execution.begin(millis);
        return execution;
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final long end;
        private final CauseOfInterruption cause = new CauseOfInterruption("Timeout has been exceeded");
        private @Nullable CpsBodyExecution body;
        private boolean expired;
        private transient @Nullable Cancellable timer;

        Execution(StepContext context, long end) {
            super(context);
            this.end = end;
        }

        void begin(long millis) {
            body = context().newBody().start(new Ended(this));
            if (millis <= 0) {
                context().console().println("Timeout expired " + TimeSpans.of(-millis) + " ago");
                expire();
                return;
            }
            context().console().println("Timeout set to expire in " + TimeSpans.of(millis));
            arm(millis);
        }

        private void arm(long millis) {
            timer = context().after(Duration.ofMillis(Math.max(0, millis)), this::expire);
        }

        private void expire() {
            expired = true;
            context().console().println("Cancelling nested steps due to timeout");
            interrupt();
        }

        private void interrupt() {
            if (body != null) {
                body.cancel(new FlowInterruptedException(Result.ABORTED, cause));
            }
        }

        @Override
        public void resume(boolean aloud) {
            if (expired) {
                // Saved before the interruption reached the body; told twice, it would interrupt what cleans up.
                if (body != null && !body.isTold()) {
                    interrupt();
                }
                return;
            }
            long rest = end - System.currentTimeMillis();
            if (aloud && rest > 0) {
                context().console().println("Timeout set to expire in " + TimeSpans.of(rest));
            }
            arm(end - System.currentTimeMillis());
        }
    }

    /** The end of the body: no more to interrupt. */
    private static final class Ended extends BodyCallback.Finally {
        private static final long serialVersionUID = 1L;

        private final Execution timeout;

        Ended(Execution timeout) {
            this.timeout = timeout;
        }

        @Override
        protected void finished(StepContext context) {
            if (timeout.timer != null) {
                timeout.timer.cancel();
            }
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) throws Exception {
            if (failure instanceof FlowInterruptedException interruption
                    && interruption.getCauses().contains(timeout.cause)) {
                interruption.setActualInterruption(false);
            }
            super.onFailure(context, failure);
        }
    }
}
