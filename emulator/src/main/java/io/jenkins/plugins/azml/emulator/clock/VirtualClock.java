package io.jenkins.plugins.azml.emulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** A clock that moves when it is told to and has no thread. Equal times run in the order of their scheduling. */
public final class VirtualClock implements EmulatorClock {
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private Instant now;
    private long scheduled;

    public VirtualClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        due.add(new Due(now.plus(delay), scheduled++, task));
    }

    /** Moves time forward and runs everything that falls due on the way, each at its own time. */
    public void advance(Duration duration) {
        Instant end = now.plus(duration);
        while (!due.isEmpty() && !due.peek().at().isAfter(end)) {
            Due next = due.remove();
            now = next.at();
            next.task().run();
        }
        now = end;
    }

    /** When the next task is due; empty when nothing is. */
    public Optional<Instant> next() {
        return Optional.ofNullable(due.peek()).map(Due::at);
    }

    @Override
    public void close() {
        due.clear();
    }

    private record Due(Instant at, long order, Runnable task) {}
}
