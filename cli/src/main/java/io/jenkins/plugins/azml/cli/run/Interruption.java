package io.jenkins.plugins.azml.cli.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C and SIGTERM do: the run at hand is asked to cancel its remote work and is waited for, and the process ends
 * with the run's own exit code. Safe for many threads.
 */
public final class Interruption {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private @Nullable Runnable cancel;

    /** Listens to the end of this process. */
    public void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "interrupted"));
    }

    /** What is to be done while a run is at hand. */
    public synchronized void during(Runnable orderlyEnd) {
        cancel = orderlyEnd;
    }

    public synchronized void over() {
        cancel = null;
    }

    /** Asks for the orderly end, if a run is at hand. */
    public synchronized boolean request() {
        if (cancel == null) {
            return false;
        }
        cancel.run();
        return true;
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
