package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.cli.Outside;
import io.jenkins.plugins.azml.engine.turn.PlainHost;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets time pass between turns, and can be cut short. */
final class Pause implements PlainHost.Sleeper {
    private static final Duration LOOK = Duration.ofMillis(300);

    private final Outside outside;
    private final BooleanSupplier enough;
    private boolean cut;

    /** @param enough asked now and then while time passes, whether no more of it is to pass */
    Pause(Outside outside, BooleanSupplier enough) {
        this.outside = outside;
        this.enough = enough;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        Duration left = duration;
        try {
            while (!cut && !enough.getAsBoolean() && left.toMillis() > 0) {
                Duration next = left.compareTo(LOOK) < 0 ? left : LOOK;
                outside.await(this, next);
                left = left.minus(next);
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
