package io.jenkins.plugins.azml.runner.cps;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a step does when its body has ended. Saved with the program. */
public interface BodyCallback extends Serializable {
    void onSuccess(StepContext context, @Nullable Object value) throws Exception;

    void onFailure(StepContext context, Throwable failure) throws Exception;

    /** Ends the step as its body ended. */
    static BodyCallback forward() {
        return new Forward();
    }

    /** Runs something when the body has ended either way, then ends the step as the body ended. */
    abstract class Finally implements BodyCallback {
        private static final long serialVersionUID = 1L;

        protected abstract void finished(StepContext context) throws Exception;

        @Override
        public final void onSuccess(StepContext context, @Nullable Object value) throws Exception {
            finished(context);
            context.succeed(value);
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) throws Exception {
            finished(context);
            context.fail(failure);
        }
    }

    /** Ends the step as its body ended. */
    final class Forward extends Finally {
        private static final long serialVersionUID = 1L;

        @Override
        protected void finished(StepContext context) {}
    }
}
