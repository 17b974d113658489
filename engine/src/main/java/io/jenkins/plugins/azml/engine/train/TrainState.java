package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.assets.Supplied;
import io.jenkins.plugins.azml.engine.azure.JobStatus;
import io.jenkins.plugins.azml.engine.logs.LogCursor;
import io.jenkins.plugins.azml.engine.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a training stands. */
public sealed interface TrainState {
    /**
     * Code, local data and inline environments are being brought into the workspace.
     *
     * @param specHash of the job's file: a resumed run refuses another one
     */
    record Supplying(String specHash, Supplied so) implements TrainState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.supplying(this);
        }
    }

    /** The job is to be submitted under the run's name. */
    record Submitting(String specHash, Supplied so) implements TrainState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.submitting(this);
        }
    }

    /**
     * The job is Azure's, and is followed.
     *
     * @param began when it was first seen at its own work, or null before
     * @param missed how many times in a row its log could not be read
     */
    record Following(
            JobStatus status, Instant submitted, @Nullable Instant began, LogCursor log, int missed, int filesSent)
            implements TrainState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.following(this);
        }
    }

    /** The job has ended, and its log was read to the end. */
    record Ended(JobStatus status, int filesSent) implements TrainState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ended(this);
        }
    }

    /** Another run's completed job has the same content, and is taken in place of a new one. */
    record Reused(String job, int filesSent) implements TrainState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reused(this);
        }
    }

    /**
     * The job is to end, for that reason.
     *
     * @param asked when Azure was last asked to end it, or null before
     */
    record Cancelling(
            Problem because, Instant since, @Nullable Instant asked) implements TrainState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cancelling(this);
        }
    }

    <R> R match(Cases<R> cases);

    /** What to do in each state; a new state breaks the build of every reader. */
    interface Cases<R> {
        R supplying(Supplying state);

        R submitting(Submitting state);

        R following(Following state);

        R ended(Ended state);

        R reused(Reused state);

        R cancelling(Cancelling state);
    }
}
