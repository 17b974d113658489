package io.jenkins.plugins.azml.runner.step;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import java.io.Serializable;

/** A step that is under way. Saved with the program, so it holds no thread, timer or process but what finds them again. */
public abstract class StepExecution implements Serializable {
    private static final long serialVersionUID = 1L;

    private final StepContext context;

    protected StepExecution(StepContext context) {
        this.context = context;
    }

    public StepContext context() {
        return context;
    }

    /** Ends the step early. A step that has something to tidy up first calls the context itself when that is done. */
    public void stop(Throwable cause) throws Exception {
        context.fail(cause);
    }

    /**
     * Takes the step up again after a restore: sets its timers, finds its process.
     *
     * @param aloud whether it says so, as after a restart of a controller
     */
    public void resume(boolean aloud) {}
}
