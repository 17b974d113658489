package io.jenkins.plugins.azml.engine.turn;

/**
 * One of the loop's verbs as a state machine.
 *
 * <p>A turn does a bounded piece of work with at most one remote write, never sleeps, and may be repeated: after a crash
 * the host calls {@code advance} again with the last saved state. A last state advances to the same {@link Turn.Done}
 * without writing.
 *
 * @param <S> the stage's states: a sealed interface of records
 * @param <R> what the stage gives its caller
 */
public interface Stage<S, R> {
    /**
     * Does the next piece of work.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException if the stage has failed
     * @throws io.jenkins.plugins.azml.engine.rest.Unsettled if the turn is worth repeating later
     */
    Turn<S, R> advance(S state, StageContext context);

    /**
     * Turns towards an orderly end, because somebody cancelled: the following turns are advances again, and the last of
     * them throws a problem of kind CANCELLED.
     */
    Turn<S, R> cancel(S state, StageContext context);

    /** Whether Azure has taken the work over, so that a caller who does not want to wait can leave. */
    default boolean handedOver(S state) {
        return false;
    }
}
