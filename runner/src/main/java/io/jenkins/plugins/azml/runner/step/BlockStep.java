package io.jenkins.plugins.azml.runner.step;

import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.BodyInvoker;
import io.jenkins.plugins.azml.runner.cps.StepContext;

/** A step that runs its body once, in a changed context, and ends with the body's outcome. */
public abstract class BlockStep implements Step {
    private final StepSignature signature;

    protected BlockStep(StepSignature signature) {
        this.signature = signature.body();
    }

    @Override
    public final StepSignature signature() {
        return signature;
    }

    /** Prepares the body. */
    protected abstract BodyInvoker body(StepArguments arguments, StepContext context) throws Exception;

    @Override
    public final StepExecution start(StepArguments arguments, StepContext context) throws Exception {
        body(arguments, context).start(BodyCallback.forward());
        return new Execution(context);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        Execution(StepContext context) {
            super(context);
        }
    }
}
