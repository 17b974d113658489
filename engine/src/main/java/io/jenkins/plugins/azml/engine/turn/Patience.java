package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long a host repeats an unsettled turn, and how far apart: exponential with full jitter from 1 s to 60 s, never
 * sooner than the service asked for, for {@code total} in all. Until Azure has answered once, a host that cannot be
 * reached is given up after {@code first}: the address is wrong more often than the network is down.
 */
final class Patience {
    private static final Duration LONGEST_STEP = Duration.ofSeconds(60);

    private final Duration first;
    private final Duration total;
    private final RandomGenerator jitter;
    private int tries;
    private @Nullable Instant since;
    private boolean reached;

    Patience(Duration first, Duration total, RandomGenerator jitter) {
        this.first = first;
        this.total = total;
        this.jitter = jitter;
    }

    /** A turn went through. */
    void settled() {
        tries = 0;
        since = null;
        reached = true;
    }

    /**
     * How long to wait before the turn is repeated.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException if it has been tried long enough
     */
    Duration next(Unsettled unsettled, Instant now) {
        if (since == null) {
            since = now;
        }
        Duration wait = step(unsettled.after());
        if (Duration.between(since, now).plus(wait).compareTo(limit(unsettled)) > 0) {
            throw last(unsettled).asException();
        }
        tries++;
        return wait;
    }

    private Duration limit(Unsettled unsettled) {
        return !reached && unsettled.problem().code() == ProblemCode.UNREACHABLE ? first : total;
    }

    private Duration step(@Nullable Duration asked) {
        long most = Math.min(LONGEST_STEP.toMillis(), 1000L << Math.min(tries, 6));
        Duration ours = Duration.ofMillis(1 + jitter.nextLong(most));
        return asked == null ? ours : asked.plus(ours.dividedBy(4));
    }

    private static Problem last(Unsettled unsettled) {
        Problem problem = unsettled.problem();
        if (!unsettled.mayHaveHappened()) {
            return problem;
        }
        return new Problem(
                ProblemCode.OUTCOME_UNKNOWN,
                problem.what() + "; whether it was done is not known",
                problem.where(),
                problem.suggestion(),
                problem.requestId());
    }
}
