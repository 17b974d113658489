package io.jenkins.plugins.azml.plugin.step;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.plugin.run.Hosts;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The time that a step gives to its stage, counted from the run's begin, so that a restart changes nothing about it. */
final class Deadline {
    private final String step;
    private final Duration timeout;
    private final Instant end;
    private @Nullable Future<?> watch;

    Deadline(String step, Instant begun, Duration timeout) {
        this.step = step;
        this.timeout = timeout;
        this.end = begun.plus(timeout);
    }

    boolean isPast() {
        return !Hosts.get().clock().instant().isBefore(end);
    }

    /** Does something when the time is over. */
    synchronized void watch(Runnable late) {
        Duration left = Duration.between(Hosts.get().clock().instant(), end);
        watch = Hosts.get().execute(late, left.isNegative() ? Duration.ZERO : left);
    }

    /** Nothing is held for a step that has ended. */
    synchronized void forget() {
        if (watch != null) {
            watch.cancel(false);
        }
    }

    ProblemException problem() {
        return Problem.of(
                        ProblemCode.TIMED_OUT,
                        step + " took longer than its timeout of " + Given.text(timeout)
                                + "; its remote work is cancelled")
                .asException();
    }
}
