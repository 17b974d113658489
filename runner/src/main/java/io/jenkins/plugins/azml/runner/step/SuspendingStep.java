package io.jenkins.plugins.azml.runner.step;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import org.jspecify.annotations.Nullable;

/** A step that works in the background in Jenkins, so that the program is saved at it, though its work is short. */
public abstract class SuspendingStep implements Step {
    private final StepSignature signature;

    protected SuspendingStep(StepSignature signature) {
        this.signature = signature;
    }

    @Override
    public final StepSignature signature() {
        return signature;
    }

    /** Does the step's work and gives its value. Called on a background thread. */
    protected abstract @Nullable Object run(StepArguments arguments, StepContext context) throws Exception;

    @Override
    public final StepExecution start(StepArguments arguments, StepContext context) {
        Execution execution = new Execution(this, arguments, context);
        execution.resume(false);
        return execution;
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final SuspendingStep step;
        private final StepArguments arguments;

        Execution(SuspendingStep step, StepArguments arguments, StepContext context) {
            super(context);
            this.step = step;
            this.arguments = arguments;
        }

        @Override
        public void resume(boolean aloud) {
            context().inBackground(() -> step.run(arguments, context()));
        }
    }
}
