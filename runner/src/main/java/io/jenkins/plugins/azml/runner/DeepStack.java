package io.jenkins.plugins.azml.runner;

import org.jspecify.annotations.Nullable;

/** A thread with room for a program that is nested deeply: saving and restoring recurse. */
final class DeepStack extends Thread {
    private static final long SIZE = 64L << 20;

    private @Nullable Throwable failure;

    private DeepStack(Runnable task) {
        super(null, task, "azml-run-program", SIZE);
        setUncaughtExceptionHandler((thread, thrown) -> failure = thrown);
    }

    /** Runs a task on such a thread and waits for its end; what it throws is thrown here. */
    static void run(Runnable task) {
        DeepStack thread = new DeepStack(task);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        Throwable failure = thread.failure;
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }
}
