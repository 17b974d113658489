package io.jenkins.plugins.azml.plugin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The threads and the timer of one controller, turned by hand on virtual time. */
public class Pump extends AbstractExecutorService implements ScheduledExecutorService {
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final PriorityQueue<Timed> timed = new PriorityQueue<>(Comparator.comparingLong(task -> task.due));
    private long now;

    /** Does all that can be done now. */
    public void run() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** Lets time pass until the next thing is due, if anything is, and does it. */
    public Duration next() {
        if (timed.isEmpty()) {
            return Duration.ZERO;
        }
        Timed task = timed.remove();
        long passed = Math.max(0, task.due - now);
        now = Math.max(now, task.due);
        if (task.period > 0 && !task.isCancelled()) {
            timed.add(new Timed(task.run, now + task.period, task.period, task.alive));
        }
        if (!task.isCancelled()) {
            task.run.run();
        }
        return Duration.ofMillis(passed);
    }

    @Override
    public void execute(Runnable command) {
        work.add(command);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return timed(command, unit.toMillis(delay), 0);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        return timed(command, unit.toMillis(first), unit.toMillis(delay));
    }

    private Timed timed(Runnable command, long delay, long period) {
        Timed task = new Timed(command, now + delay, period, new CompletableFuture<>());
        timed.add(task);
        return task;
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        work.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> left = new ArrayList<>(work);
        work.clear();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    private static final class Timed extends CompletableFuture<Object> implements ScheduledFuture<Object> {
        private final Runnable run;
        private final long due;
        private final long period;
        private final CompletableFuture<Object> alive;

        Timed(Runnable run, long due, long period, CompletableFuture<Object> alive) {
            this.run = run;
            this.due = due;
            this.period = period;
            this.alive = alive;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            return alive.cancel(false);
        }

        @Override
        public boolean isCancelled() {
            return alive.isCancelled();
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due, TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
        }
    }
}
