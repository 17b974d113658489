package io.jenkins.plugins.azml.engine.turn;

import java.time.Duration;

/** What a stage needs before its next turn. */
public sealed interface Until {
    /**
     * The job's status is no longer {@code from}, or {@code atMost} has passed.
     *
     * @param job the job's name in the stage's workspace
     */
    record JobChanges(String job, String from, Duration atMost) implements Until {}

    /** Time has passed. */
    record Elapsed(Duration duration) implements Until {}

    static Until now() {
        return new Elapsed(Duration.ZERO);
    }

    static Until elapsed(Duration duration) {
        return new Elapsed(duration);
    }

    static Until jobChanges(String job, String from, Duration atMost) {
        return new JobChanges(job, from, atMost);
    }

    /** The longest time to wait. */
    default Duration longest() {
        if (this instanceof JobChanges change) {
            return change.atMost();
        }
        return ((Elapsed) this).duration();
    }
}
