package io.jenkins.plugins.azml.engine.testing;

import java.time.Duration;

/** What an endpoint answered. */
public record Answer(int status, String body, Duration latency) {}
