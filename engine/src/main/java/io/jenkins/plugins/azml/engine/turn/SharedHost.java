package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sees many runs of one workspace through with few threads and few requests: one {@link Watcher} for all that wait for
 * jobs, a queue by time for the rest. Somebody else's clock calls {@link #tick}; turns are taken on the executor.
 *
 * <p>A run that waits for a job is kept as four references; its state is loaded again when the job has changed.
 */
public final class SharedHost {
    private final Watcher watcher;
    private final InstantSource clock;
    private final Executor turns;
    private final Function<RunId, Advancer<?, ?>> advancers;
    private final Ends ends;
    private final PriorityQueue<Waiting> queue = new PriorityQueue<>(Comparator.comparing(Waiting::due));
    private final Map<String, Waiting> byJob = new HashMap<>();

    /** Told how each run ended. */
    public interface Ends {
        void done(RunId run, Object result);

        void failed(RunId run, ProblemException problem);
    }

    /** @param kept the advancer, where it must outlive the wait because a repeated turn counts its tries */
    private record Waiting(
            RunId run,
            Instant due,
            @Nullable Advancer<?, ?> kept,
            @Nullable String job) {}

    public SharedHost(
            Watcher watcher,
            InstantSource clock,
            Executor turns,
            Function<RunId, Advancer<?, ?>> advancers,
            Ends ends) {
        this.watcher = watcher;
        this.clock = clock;
        this.turns = turns;
        this.advancers = advancers;
        this.ends = ends;
    }

    /** Takes up a run whose state is saved, new or left by another host. */
    public void take(RunId run) {
        turns.execute(() -> turn(run, advancers.apply(run)));
    }

    /** Looks once at all jobs that are waited for, and starts every turn that is due. */
    public void tick() {
        for (Waiting waiting : due(watcher.tick().keySet())) {
            Advancer<?, ?> kept = waiting.kept();
            turns.execute(() -> turn(waiting.run(), kept == null ? advancers.apply(waiting.run()) : kept));
        }
    }

    public synchronized int waiting() {
        return queue.size();
    }

    private synchronized List<Waiting> due(Set<String> changedJobs) {
        List<Waiting> due = new ArrayList<>();
        for (String job : changedJobs) {
            Waiting waiting = byJob.get(job);
            if (waiting != null) {
                queue.remove(waiting);
                due.add(waiting);
            }
        }
        Instant now = clock.instant();
        while (!queue.isEmpty() && !queue.peek().due().isAfter(now)) {
            due.add(queue.remove());
        }
        due.forEach(this::forgetJob);
        return due;
    }

    private void forgetJob(Waiting waiting) {
        if (waiting.job() != null) {
            byJob.remove(waiting.job());
            watcher.forget(waiting.job());
        }
    }

    private void turn(RunId run, Advancer<?, ?> advancer) {
        try {
            Advancer.Step<?> step = advancer.step();
            if (step instanceof Advancer.Step.Ended<?> ended) {
                ends.done(run, ended.result());
            } else {
                await(run, advancer, ((Advancer.Step.Waits<?>) step).until());
            }
        } catch (ProblemException e) {
            ends.failed(run, e);
        }
    }

    private synchronized void await(RunId run, Advancer<?, ?> advancer, Until until) {
        Instant due = clock.instant().plus(until.longest());
        if (until instanceof Until.JobChanges change) {
            Waiting waiting = new Waiting(run, due, null, change.job());
            byJob.put(change.job(), waiting);
            queue.add(waiting);
            watcher.watch(change.job(), change.from());
        } else {
            queue.add(new Waiting(run, due, advancer, null));
        }
    }
}
