package io.jenkins.plugins.azml.engine.rest;

import io.jenkins.plugins.azml.engine.problem.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that is worth repeating: thrown by the pipeline, caught by the host, which repeats the whole turn later.
 *
 * <p>Where {@link #mayHaveHappened}, the request was a write whose answer was lost; the repeated turn looks before it
 * writes.
 */
public final class Unsettled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable Duration after;
    private final boolean mayHaveHappened;

    /** @param after how long the service asked to be left alone, or null if it did not say */
    public Unsettled(Problem problem, @Nullable Duration after, boolean mayHaveHappened) {
        super(problem.toString());
        this.problem = problem;
        this.after = after;
        this.mayHaveHappened = mayHaveHappened;
    }

    /** What to report if repeating does not help. */
    public Problem problem() {
        return problem;
    }

    public @Nullable Duration after() {
        return after;
    }

    public boolean mayHaveHappened() {
        return mayHaveHappened;
    }
}
