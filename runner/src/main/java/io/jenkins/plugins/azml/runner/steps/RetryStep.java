package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.console.Failures;
import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jspecify.annotations.Nullable;

/**
 * {@code retry}: runs its body again while it fails, up to a number of times in all. With conditions it runs it once: all
 * of them are about agents that are lost, and this machine is not.
 */
final class RetryStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "retry", "org.jenkinsci.plugins.workflow.steps.RetryStep")
            .constructor("count", Integer.class)
            .optional("conditions", List.class)
            .body();

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) {
        long times = arguments.list("conditions").isEmpty() ? arguments.number("count", 0) : 1;
        context.newBody().start(new Attempts(times));
        return new BodyExecution(context);
    }

    private static final class Attempts implements BodyCallback {
        private static final long serialVersionUID = 1L;

        private long left;

        Attempts(long left) {
            this.left = left;
        }

        @Override
        public void onSuccess(StepContext context, @Nullable Object value) {
            context.succeed(value);
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            left--;
            if (left <= 0 || isInterruption(failure)) {
                context.fail(failure);
                return;
            }
            if (failure instanceof AbortException || failure instanceof FlowInterruptedException) {
                Interruptions.print(failure, context.build(), context.console());
            } else {
                context.console().error("Execution failed");
                context.console().print(Failures.print(failure));
            }
            context.console().println("Retrying");
            context.newBody().start(this);
        }

        private static boolean isInterruption(Throwable failure) {
            return failure instanceof FlowInterruptedException interruption && interruption.isActualInterruption();
        }
    }
}
