package io.jenkins.plugins.azml.runner.step;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import org.jspecify.annotations.Nullable;

/** A step that ends where it starts. The program is not saved at it, as in Jenkins. */
public abstract class SynchronousStep implements Step {
    private final StepSignature signature;

    protected SynchronousStep(StepSignature signature) {
        this.signature = signature;
    }

    @Override
    public final StepSignature signature() {
        return signature;
    }

    /** Does the step's work and gives its value. */
    protected abstract @Nullable Object run(StepArguments arguments, StepContext context) throws Exception;

    @Override
    public final @Nullable StepExecution start(StepArguments arguments, StepContext context) throws Exception {
        context.succeed(run(arguments, context));
        return null;
    }
}
