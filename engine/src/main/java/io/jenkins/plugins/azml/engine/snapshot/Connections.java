package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Does tasks on a few threads, which live no longer than the call; one is the caller's own. The first failure stops what has not begun. */
final class Connections {
    private final int count;

    Connections(int count) {
        this.count = count;
    }

    void run(List<Runnable> tasks) {
        int threads = Math.min(count, tasks.size());
        if (threads == 0) {
            return;
        }
        if (count == 1) {
            tasks.forEach(Runnable::run);
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, Connections::thread);
        try {
            await(start(pool, threads, tasks));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.CANCELLED, "the upload was cancelled").asException();
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "azml-upload");
        thread.setDaemon(true);
        return thread;
    }

    private static List<Future<?>> start(ExecutorService pool, int threads, List<Runnable> tasks) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(pool.submit(() -> work(tasks, next, stopped)));
        }
        return workers;
    }

    private static void work(List<Runnable> tasks, AtomicInteger next, AtomicBoolean stopped) {
        boolean done = false;
        try {
            for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                if (stopped.get() || Thread.currentThread().isInterrupted()) {
                    return;
                }
                tasks.get(i).run();
            }
            done = true;
        } finally {
            stopped.compareAndSet(false, !done);
        }
    }

    private static void await(List<Future<?>> workers) throws InterruptedException {
        RuntimeException failure = null;
        for (Future<?> worker : workers) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                failure = failure == null ? unchecked(e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException unchecked(ExecutionException e) {
        return e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
}
