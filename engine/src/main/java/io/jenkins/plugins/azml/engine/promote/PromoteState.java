package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.deploy.DeployState;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.testing.TestingState;
import java.time.Instant;

/** Where a promotion stands. Saved as {@code promote/1}. */
public sealed interface PromoteState {

    /** Nothing is read yet. */
    record Checking() implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.checking(this);
        }
    }

    /**
     * The model's files are being copied, in the order of their paths.
     *
     * @param after the last path that is copied, or empty
     * @param tries of the file after it that have failed
     */
    record Copying(Subject subject, String after, int tries, Instant since) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.copying(this);
        }
    }

    /**
     * The copied files are being read, in the order of their paths.
     *
     * @param after the last path that is read, or empty
     * @param digest of the files so far
     */
    record Measuring(Subject subject, String after, String digest) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.measuring(this);
        }
    }

    /** The environments that the model and its deployment name are being copied. */
    record CopyingEnvironments(Subject subject, int done) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.copyingEnvironments(this);
        }
    }

    /** The version is to be registered at the target. */
    record Registering(Subject subject) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.registering(this);
        }
    }

    /** The version was registered and is read until it is there. */
    record Registered(Subject subject, Instant since) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.registered(this);
        }
    }

    /** The version is being deployed, without traffic. */
    record Deploying(Subject subject, DeployState deploy) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deploying(this);
        }
    }

    /** The deployment is being tested, without traffic. */
    record Testing(Subject subject, TestingState testing) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.testing(this);
        }
    }

    /** The tests have passed; the traffic is to be read. */
    record Preparing(Subject subject, Instant since) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.preparing(this);
        }
    }

    /** All traffic is to be moved. */
    record Switching(Subject subject, TrafficSwitch traffic, Instant since) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.switching(this);
        }
    }

    /** The traffic was written and is read until it is so. */
    record Confirming(Subject subject, TrafficSwitch traffic, Instant since) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.confirming(this);
        }
    }

    /** A request is sent as users send it. */
    record Proving(Subject subject, TrafficSwitch traffic, TestingState testing) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.proving(this);
        }
    }

    /** The evidence is to be written to the version's tags. */
    record Recording(Subject subject, TrafficSwitch traffic) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recording(this);
        }
    }

    /** Deployments that nobody needs any more are being removed. */
    record Tidying(Subject subject, TrafficSwitch traffic, Instant since) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tidying(this);
        }
    }

    /** The version serves. */
    record Serving(Subject subject, TrafficSwitch traffic) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.serving(this);
        }
    }

    /** The traffic is to be moved back because of a problem. */
    record Reverting(TrafficSwitch traffic, Problem problem, Instant since) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reverting(this);
        }
    }

    /** The traffic was moved back and is read until it is so. */
    record ConfirmingRevert(TrafficSwitch traffic, Problem problem, Instant since) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.confirmingRevert(this);
        }
    }

    /** The new deployment is being removed because of a problem. */
    record Cleaning(DeployState deploy) implements PromoteState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cleaning(this);
        }
    }

    <R> R match(Cases<R> cases);

    /** One answer for each state. */
    interface Cases<R> {
        R checking(Checking state);

        R copying(Copying state);

        R measuring(Measuring state);

        R copyingEnvironments(CopyingEnvironments state);

        R registering(Registering state);

        R registered(Registered state);

        R deploying(Deploying state);

        R testing(Testing state);

        R preparing(Preparing state);

        R switching(Switching state);

        R confirming(Confirming state);

        R proving(Proving state);

        R recording(Recording state);

        R tidying(Tidying state);

        R serving(Serving state);

        R reverting(Reverting state);

        R confirmingRevert(ConfirmingRevert state);

        R cleaning(Cleaning state);
    }
}
