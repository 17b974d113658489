package io.jenkins.plugins.azml.emulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The machine's clock with one thread for what is due. */
public final class SystemClock implements EmulatorClock {
    private static final System.Logger LOG = System.getLogger(SystemClock.class.getName());

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "emulator-clock");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        var unused = executor.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "a task that was due failed", failure);
        }
    }
}
