package io.jenkins.plugins.azml.engine.turn;

import java.time.Duration;
import java.util.Optional;

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
        Optional<R> result = Optional.empty();
        while (result.isEmpty()) {
            result = turn(run);
        }
        return result.get();
    }

    /**
     * Advances the run until Azure has taken the work over.
     *
     * @return the result, if the run has ended already
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException if it ends badly or cannot go on
     */
    public <R> Optional<R> runUntilHandedOver(Advancer<?, R> run) {
        Optional<R> result = Optional.empty();
        while (result.isEmpty() && !run.handedOver()) {
            result = turn(run);
        }
        return result;
    }

    /**
     * Advances the run until Azure has taken the work over and a further wait would be longer than the limit. Takes one
     * turn at least, so that a run whose work has ended meanwhile ends too.
     *
     * @param limit of all waits together, from when Azure has the work
     * @return the result, if the run has ended
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException if it ends badly or cannot go on
     */
    public <R> Optional<R> runFor(Advancer<?, R> run, Duration limit) {
        Duration left = limit;
        while (true) {
            Advancer.Step<R> step = run.step();
            if (step instanceof Advancer.Step.Ended<R> ended) {
                return Optional.of(ended.result());
            }
            Duration wait = ((Advancer.Step.Waits<R>) step).until().longest();
            left = run.handedOver() ? left.minus(wait) : left;
            if (left.isNegative()) {
                return Optional.empty();
            }
            pause(wait);
        }
    }

    private <R> Optional<R> turn(Advancer<?, R> run) {
        Advancer.Step<R> step = run.step();
        if (step instanceof Advancer.Step.Ended<R> ended) {
            return Optional.of(ended.result());
        }
        pause(((Advancer.Step.Waits<R>) step).until().longest());
        return Optional.empty();
    }

    private void pause(Duration wait) {
        if (!wait.isZero()) {
            sleeper.sleep(wait);
        }
    }
}
