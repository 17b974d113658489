package io.jenkins.plugins.azml.runner.cps;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What is to be done on the program's thread. Threads of steps hand in; the program's thread takes. */
final class WorkQueue {
    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger bound = new AtomicInteger();
    private final Queue<Runnable> atRest = new ConcurrentLinkedQueue<>();

    /** Hands in work that a restored program would not know of: it is done before the program may be dropped. */
    void post(Runnable task) {
        bound.incrementAndGet();
        queue.add(() -> {
            bound.decrementAndGet();
            task.run();
        });
    }

    /** Hands in what the steps of a restored program would ask for again. */
    void postAnswer(Runnable task) {
        queue.add(task);
    }

    /** Hands in what is to be done when the program has come to rest and was saved. */
    void whenAtRest(Runnable action) {
        atRest.add(action);
        queue.add(() -> {});
    }

    /** Whether the program may be dropped: it only waits for what its steps would ask for again. */
    boolean isAtRest() {
        return bound.get() == 0;
    }

    /** Does what was to wait for the rest. */
    void doAtRest() {
        for (Runnable action = atRest.poll(); action != null; action = atRest.poll()) {
            action.run();
        }
    }

    /** Takes the next work. Blocks until there is some. */
    Runnable take() throws InterruptedException {
        return queue.take();
    }
}
