package io.jenkins.plugins.azml.cli.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What Ctrl-C and SIGTERM do: the work at hand is asked for an orderly end and is waited for, and the process ends with
 * the command's own exit code. Safe for many threads.
 */
public final class Interruption {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final Deque<Runnable> atHand = new ArrayDeque<>();
    private boolean requested;

    /** Listens to the end of this process. */
    public void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "interrupted"));
    }

    /**
     * What ends the work that begins now; done at once where an end was asked for already. The innermost work is asked.
     */
    public synchronized void during(Runnable orderlyEnd) {
        atHand.push(orderlyEnd);
        if (requested) {
            orderlyEnd.run();
        }
    }

    /** The innermost work has ended. */
    public synchronized void over() {
        atHand.pop();
    }

    /** Asks for the orderly end, if work is at hand. */
    public synchronized boolean request() {
        if (atHand.isEmpty()) {
            return false;
        }
        requested = true;
        atHand.element().run();
        return true;
    }

    /** Whether somebody has asked for the end. */
    public synchronized boolean isRequested() {
        return requested;
    }

    /** The command has ended by itself. */
    public void ended(int exitStatus) {
        status.complete(exitStatus);
    }

    private void interrupted() {
        if (status.isDone() || !request()) {
            return;
        }
        try {
            // A hook cannot change the status in any other way.
            Runtime.getRuntime().halt(status.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            Runtime.getRuntime().halt(OUTCOME_UNKNOWN);
        }
    }

    private static final int OUTCOME_UNKNOWN = 6;
}
