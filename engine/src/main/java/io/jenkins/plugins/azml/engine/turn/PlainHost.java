package io.jenkins.plugins.azml.engine.turn;

import java.time.Duration;

/** Sees one run through on the calling thread. */
public final class PlainHost {
    private final Sleeper sleeper;

    /** Lets time pass between turns. */
    @FunctionalInterface
    public interface Sleeper {
        /** Returns after the duration, or sooner if there is a reason to take a turn at once. */
        void sleep(Duration duration);
    }

    public PlainHost(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /**
     * Advances the run to its end.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException if it ends badly or cannot go on
     */
    public <R> R run(Advancer<?, R> run) {
        while (true) {
            Advancer.Step<R> step = run.step();
            if (step instanceof Advancer.Step.Ended<R> ended) {
                return ended.result();
            }
            Duration wait = ((Advancer.Step.Waits<R>) step).until().longest();
            if (!wait.isZero()) {
                sleeper.sleep(wait);
            }
        }
    }
}
