package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.console.TimeSpans;
import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.Cancellable;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code waitUntil}: runs its body again and again, ever more slowly, until it gives true. */
final class WaitUntilStep implements Step {
    private static final long SHORTEST = 250;
    private static final long LONGEST = 15_000;
    private static final double GROWTH = 1.2f;
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "waitUntil", "org.jenkinsci.plugins.workflow.steps.WaitForConditionStep")
            .optional("initialRecurrencePeriod", Long.class)
            .optional("quiet", Boolean.class)
            .body();

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) {
        long period = Math.max(SHORTEST, arguments.number("initialRecurrencePeriod", SHORTEST));
        Execution execution = new Execution(context, period, arguments.flag("quiet", false));
        execution.runBody();
        return execution;
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final boolean quiet;
        private long period;
        private long next;
        private boolean inBody;
        private transient @Nullable Cancellable timer;

        Execution(StepContext context, long period, boolean quiet) {
            super(context);
            this.period = period;
            this.quiet = quiet;
        }

        void runBody() {
            inBody = true;
            context().newBody().start(new Answer(this));
        }

        void again() {
            inBody = false;
            if (!quiet) {
                context().console().println("Will try again after " + TimeSpans.of(period));
            }
            next = System.currentTimeMillis() + period;
            timer = context().after(Duration.ofMillis(period), this::runBody);
            period = Math.min((long) (period * GROWTH), LONGEST);
        }

        @Override
        public void resume(boolean aloud) {
            if (!inBody) {
                long rest = Math.max(0, next - System.currentTimeMillis());
                timer = context().after(Duration.ofMillis(rest), this::runBody);
            }
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            if (timer != null) {
                timer.cancel();
            }
            super.stop(cause);
        }
    }

    private static final class Answer implements BodyCallback {
        private static final long serialVersionUID = 1L;

        private final Execution execution;

        Answer(Execution execution) {
            this.execution = execution;
        }

        @Override
        public void onSuccess(StepContext context, @Nullable Object value) {
            if (!(value instanceof Boolean enough)) {
                context.fail(new ClassCastException("body return value " + value + " is not boolean"));
            } else if (enough) {
                context.succeed(null);
            } else {
                execution.again();
            }
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            context.fail(failure);
        }
    }
}
