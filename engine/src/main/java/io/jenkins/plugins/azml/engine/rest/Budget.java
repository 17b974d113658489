package io.jenkins.plugins.azml.engine.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many requests may be sent: a bucket that all stages of one subscription share, and a pause that the service asked
 * for. ARM gives reads a bucket of 250 that refills by 25 a second, writes 200 and 10 (per region, subscription and
 * principal); staying under it is cheaper than being told to wait. Safe for many threads.
 */
public final class Budget {
    private final double capacity;
    private final double perSecond;
    private double tokens;
    private Instant filled = Instant.MIN;
    private Instant pausedUntil = Instant.MIN;

    public Budget(int capacity, double perSecond) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.tokens = capacity;
    }

    /** What ARM gives one principal for reads. */
    public static Budget ofSubscription() {
        return new Budget(250, 25);
    }

    /** What a storage account bears by default. */
    public static Budget ofStorageAccount() {
        return new Budget(20_000, 20_000);
    }

    /** Takes one request, or says how long to wait before there is one. */
    public synchronized Optional<Duration> take(Instant now) {
        if (now.isBefore(pausedUntil)) {
            return Optional.of(Duration.between(now, pausedUntil));
        }
        refill(now);
        if (tokens < 1) {
            return Optional.of(Duration.ofMillis((long) Math.ceil((1 - tokens) / perSecond * 1000)));
        }
        tokens -= 1;
        return Optional.empty();
    }

    /** The service asked to be left alone until then. */
    public synchronized void pause(Instant until) {
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    private void refill(Instant now) {
        if (filled.isBefore(now)) {
            double seconds = filled.equals(Instant.MIN)
                    ? 0
                    : Duration.between(filled, now).toMillis() / 1000.0;
            tokens = Math.min(capacity, tokens + seconds * perSecond);
            filled = now;
        }
    }
}
