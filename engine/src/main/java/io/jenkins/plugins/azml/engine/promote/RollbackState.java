package io.jenkins.plugins.azml.engine.promote;

import java.time.Instant;

/** Where a rollback stands. Saved as {@code rollback/1}. */
public sealed interface RollbackState {

    /** Nothing is read yet. */
    record Checking() implements RollbackState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.checking(this);
        }
    }

    /** All traffic is to be moved. */
    record Switching(TrafficSwitch traffic, Instant since) implements RollbackState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.switching(this);
        }
    }

    /** The traffic was written and is read until it is so. */
    record Confirming(TrafficSwitch traffic, Instant since) implements RollbackState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.confirming(this);
        }
    }

    /** The deployment from before serves again. */
    record Serving(TrafficSwitch traffic) implements RollbackState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.serving(this);
        }
    }

    <R> R match(Cases<R> cases);

    /** One answer for each state. */
    interface Cases<R> {
        R checking(Checking state);

        R switching(Switching state);

        R confirming(Confirming state);

        R serving(Serving state);
    }
}
