package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.console.TimeSpans;
import io.jenkins.plugins.azml.runner.cps.Cancellable;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code sleep}: waits for a time, over a restart too. */
final class SleepStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "sleep", "org.jenkinsci.plugins.workflow.steps.SleepStep")
            .constructor("time", Integer.class)
            .optional("unit", TimeUnit.class);

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) {
        long millis = TimeSetting.millis(arguments, TimeUnit.SECONDS);
        Execution execution = new Execution(context, System.currentTimeMillis() + millis);
        execution.sleepFor(millis);
        return execution;
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final long end;
        private transient @Nullable Cancellable timer;

        Execution(StepContext context, long end) {
            super(context);
            this.end = end;
        }

        private void sleepFor(long millis) {
            if (millis <= 0) {
                context().console().println("No need to sleep any longer");
                context().succeed(null);
                return;
            }
            context().console().println("Sleeping for " + TimeSpans.of(millis));
            timer = context().after(Duration.ofMillis(millis), () -> context().succeed(null));
        }

        @Override
        public void resume(boolean aloud) {
            long rest = Math.max(0, end - System.currentTimeMillis());
            if (aloud) {
                sleepFor(rest);
                return;
            }
            timer = context().after(Duration.ofMillis(rest), () -> context().succeed(null));
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            if (timer != null) {
                timer.cancel();
            }
            super.stop(cause);
        }
    }
}
