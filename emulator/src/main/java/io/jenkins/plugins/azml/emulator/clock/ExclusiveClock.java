package io.jenkins.plugins.azml.emulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A clock whose tasks run inside what keeps others out, so that parts made for one thread can be used by many. */
public final class ExclusiveClock implements EmulatorClock {
    private final EmulatorClock clock;
    private final Consumer<Runnable> exclusive;

    /** @param exclusive runs a task while nothing else runs */
    public ExclusiveClock(EmulatorClock clock, Consumer<Runnable> exclusive) {
        this.clock = clock;
        this.exclusive = exclusive;
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        clock.after(delay, () -> exclusive.accept(task));
    }

    @Override
    public void close() {
        clock.close();
    }
}
