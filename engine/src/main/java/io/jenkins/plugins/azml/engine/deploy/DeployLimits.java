package io.jenkins.plugins.azml.engine.deploy;

import java.time.Duration;

/**
 * How long a deployment is waited for.
 *
 * @param provisioning from the request until it is ready
 * @param busy while other operations keep the endpoint from being changed
 * @param unseen while something that was written cannot be read
 * @param pace between two looks
 */
public record DeployLimits(Duration provisioning, Duration busy, Duration unseen, Duration pace) {
    /** An hour for provisioning, half an hour for a busy endpoint, a look every five seconds. */
    public static DeployLimits usual() {
        return new DeployLimits(
                Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofSeconds(5));
    }
}
