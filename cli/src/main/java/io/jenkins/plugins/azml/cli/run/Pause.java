package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.engine.turn.PlainHost;
import java.time.Duration;

/** Lets time pass between turns, and can be cut short. */
final class Pause implements PlainHost.Sleeper {
    private boolean cut;

    @Override
    public synchronized void sleep(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        long left = duration.toMillis();
        try {
            while (!cut && left > 0) {
                wait(left);
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
