package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.time.Duration;
import java.util.List;

/** {@code sleep} on the clock of the twins. */
final class TwinSleep implements Step {
    private static final StepSignature OWN =
            new StepCatalogue(List.of(), List.of()).find("sleep").orElseThrow().signature();

    /** A look that finds nothing new is like the one before: few of them do. */
    private static final int HASTE = 20;

    private final TwinAzure azure;

    TwinSleep(TwinAzure azure) {
        this.azure = azure;
    }

    @Override
    public StepSignature signature() {
        return OWN;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) {
        long seconds = arguments.number("time", 0);
        context.console().println("Sleeping for " + seconds + " sec");
        Execution execution = new Execution(context, seconds);
        execution.resume(false);
        return execution;
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final long seconds;

        Execution(StepContext context, long seconds) {
            super(context);
            this.seconds = seconds;
        }

        @Override
        public void resume(boolean aloud) {
            context().after(Duration.ZERO, this::end);
        }

        private void end() {
            if (context().outcome() == null) {
                TwinSleep sleep = (TwinSleep)
                        context().execution().services().steps().find("sleep").orElseThrow();
                sleep.azure.pass(Duration.ofSeconds(seconds).multipliedBy(HASTE));
                context().succeed(null);
            }
        }
    }
}
