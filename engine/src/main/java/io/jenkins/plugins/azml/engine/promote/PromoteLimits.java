package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.testing.TestingLimits;
import java.time.Duration;

/**
 * How long a promotion waits.
 *
 * @param copy for all files of the model together
 * @param busy while other operations keep the endpoint from being changed
 * @param readBack until a write can be read
 * @param pace between two looks
 */
public record PromoteLimits(Duration copy, Duration busy, Duration readBack, Duration pace, TestingLimits testing) {
    /** Six hours for the copy, half an hour for a busy endpoint, ten minutes until a write is read. */
    public static PromoteLimits usual() {
        return new PromoteLimits(
                Duration.ofHours(6),
                Duration.ofMinutes(30),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                TestingLimits.usual());
    }
}
