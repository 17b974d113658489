package io.jenkins.plugins.azml.emulator.cloud;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one thread at a time change resources: requests, and what jobs and deployments tell of themselves. */
public final class Exclusive {
    private final ReentrantLock lock = new ReentrantLock(true);

    public <T> T call(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
