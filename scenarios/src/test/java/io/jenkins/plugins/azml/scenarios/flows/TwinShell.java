package io.jenkins.plugins.azml.scenarios.flows;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.time.Duration;
import java.util.List;

/** {@code sh} on the agent in this JVM. The command is there before the save, and has its end after it. */
final class TwinShell implements Step {
    private static final StepSignature OWN =
            new StepCatalogue(List.of(), List.of()).find("sh").orElseThrow().signature();

    private final TwinAgent agent;

    TwinShell(TwinAgent agent) {
        this.agent = agent;
    }

    @Override
    public StepSignature signature() {
        return OWN;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) {
        int number = agent.begin(
                new TwinAgent.Command(context.directory(), arguments.text("script", ""), context.environment()));
        Execution execution = new Execution(context, number, arguments.flag("returnStatus", false));
        execution.resume(false);
        return execution;
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final int number;
        private final boolean returnsStatus;

        Execution(StepContext context, int number, boolean returnsStatus) {
            super(context);
            this.number = number;
            this.returnsStatus = returnsStatus;
        }

        @Override
        public void resume(boolean aloud) {
            context().after(Duration.ZERO, this::end);
        }

        private void end() {
            if (context().outcome() != null) {
                return;
            }
            TwinShell shell = (TwinShell)
                    context().execution().services().steps().find("sh").orElseThrow();
            TwinAgent.Ended ended = shell.agent.end(number);
            context().console().print(ended.said());
            if (returnsStatus) {
                context().succeed(ended.status());
            } else if (ended.status() == 0) {
                context().succeed(null);
            } else {
                context().fail(new AbortException("script returned exit code " + ended.status()));
            }
        }
    }
}
