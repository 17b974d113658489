package io.jenkins.plugins.azml.engine.testing;

import java.time.Instant;

/** Where the tests of an endpoint stand. Saved as {@code testing/1}. */
public sealed interface TestingState {

    /** No request was sent yet. */
    record Planned() implements TestingState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.planned(this);
        }
    }

    /**
     * The test after the last outcome is being tried.
     *
     * @param since the first request
     * @param tries of the test at hand
     */
    record Sending(Instant since, int tries, Outcomes outcomes) implements TestingState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sending(this);
        }
    }

    /** All tests have an outcome. */
    record Judged(Outcomes outcomes) implements TestingState {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.judged(this);
        }
    }

    <R> R match(Cases<R> cases);

    /** One answer for each state. */
    interface Cases<R> {
        R planned(Planned state);

        R sending(Sending state);

        R judged(Judged state);
    }
}
