package io.jenkins.plugins.azml.engine.testing;

import java.time.Duration;

/**
 * How patient a test is with a deployment that has just started.
 *
 * @param warmUp from the first request on: until then an answer that only says "not yet" is asked for again
 * @param tries of one request after that
 * @param pace between two tries
 */
public record TestingLimits(Duration warmUp, int tries, Duration pace) {
    /** Two minutes, three tries, five seconds. */
    public static TestingLimits usual() {
        return new TestingLimits(Duration.ofMinutes(2), 3, Duration.ofSeconds(5));
    }
}
