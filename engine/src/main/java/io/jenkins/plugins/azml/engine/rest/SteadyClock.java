package io.jenkins.plugins.azml.engine.rest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of day when it was made, moved on by a clock that nobody sets: whatever the machine's own clock jumps to, a
 * deadline fires neither earlier than its length nor never. A new process takes the time of day anew. Safe for many
 * threads.
 */
public final class SteadyClock implements InstantSource {
    private final Instant start;
    private final long began;
    private final LongSupplier nanoseconds;

    /** @param nanoseconds a count that only rises, such as {@link System#nanoTime} */
    public SteadyClock(InstantSource timeOfDay, LongSupplier nanoseconds) {
        this.start = timeOfDay.instant();
        this.began = nanoseconds.getAsLong();
        this.nanoseconds = nanoseconds;
    }

    /** By this machine's clocks. */
    public static SteadyClock system() {
        return new SteadyClock(InstantSource.system(), System::nanoTime);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanoseconds.getAsLong() - began);
    }
}
