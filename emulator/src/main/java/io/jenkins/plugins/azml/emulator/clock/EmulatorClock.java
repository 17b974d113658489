package io.jenkins.plugins.azml.emulator.clock;

import java.time.Duration;
import java.time.InstantSource;

/** What time it is, and what shall happen later. */
public interface EmulatorClock extends InstantSource, AutoCloseable {
    /** Runs the task once, when the delay has passed; tasks of one clock never run at the same time. */
    void after(Duration delay, Runnable task);

    /** Forgets what is due and ends the clock's thread, when it has one. */
    @Override
    void close();
}
