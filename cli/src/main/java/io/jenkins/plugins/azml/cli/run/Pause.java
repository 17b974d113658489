package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.engine.turn.PlainHost;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets time pass between turns, and can be cut short. */
final class Pause implements PlainHost.Sleeper {
    private static final long LOOK_MILLIS = 300;

    private final BooleanSupplier enough;
    private boolean cut;

    /** @param enough asked now and then while time passes, whether no more of it is to pass */
    Pause(BooleanSupplier enough) {
        this.enough = enough;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        long left = duration.toMillis();
        try {
            while (!cut && !enough.getAsBoolean() && left > 0) {
                wait(Math.min(left, LOOK_MILLIS));
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cut = false;
    }

    /** Ends the pause at hand, or the next one. */
    synchronized void cut() {
        cut = true;
        notifyAll();
    }
}
