package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Duration look;
    private final Function<RunId, Advancer<?, ?>> advancers;
    private final Ends ends;
    private final PriorityQueue<Waiting> queue = new PriorityQueue<>(Comparator.comparing(Waiting::due));
    private final Map<String, Waiting> byJob = new HashMap<>();
    private final Set<RunId> cancelled = new HashSet<>();

    /** Told how each run ended. */
    public interface Ends {
        void done(RunId run, Object result);

        void failed(RunId run, ProblemException problem);

        /** Asked when a run is to wait: false lets it go, because its caller does not want to wait for it. */
        default boolean keeps(RunId run, Advancer<?, ?> advancer) {
            return true;
        }
    }

    /** @param kept the advancer, where it must outlive the wait because a repeated turn counts its tries */
    private record Waiting(
            RunId run,
            Instant due,
            @Nullable Advancer<?, ?> kept,
            @Nullable String job) {}

    /**
     * @param look the time that all are given for a look of one: with many runs, each is looked at less often, and what
     *     they send together stays the same
     */
    public SharedHost(
            Watcher watcher,
            InstantSource clock,
            Executor turns,
            Duration look,
            Function<RunId, Advancer<?, ?>> advancers,
            Ends ends) {
        this.watcher = watcher;
        this.clock = clock;
        this.turns = turns;
        this.look = look;
        this.advancers = advancers;
        this.ends = ends;
    }

    /** Takes up a run whose state is saved, new or left by another host. */
    public void take(RunId run) {
        turns.execute(() -> turn(run, null));
    }

    /** Asks for an orderly end of a run that this host has; its next turn comes at once. */
    public void cancel(RunId run) {
        start(cancelled(run));
    }

    /** Looks once at all jobs that are waited for, and starts every turn that is due. */
    public void tick() {
        start(due(watcher.tick().keySet()));
    }

    /** Starts every turn whose time has come, without a look at the jobs. */
    public void startDue() {
        start(due(Set.of()));
    }

    private void start(List<Waiting> due) {
        for (Waiting waiting : due) {
            turns.execute(() -> turn(waiting.run(), waiting.kept()));
        }
    }

    private synchronized List<Waiting> cancelled(RunId run) {
        cancelled.add(run);
        List<Waiting> woken =
                queue.stream().filter(waiting -> waiting.run().equals(run)).toList();
        queue.removeAll(woken);
        woken.forEach(this::forgetJob);
        return woken;
    }

    private synchronized boolean takeCancel(RunId run) {
        return cancelled.remove(run);
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

    private void turn(RunId run, @Nullable Advancer<?, ?> kept) {
        try {
            Advancer<?, ?> advancer = kept == null ? advancers.apply(run) : kept;
            if (takeCancel(run)) {
                advancer.requestCancel();
            }
            Advancer.Step<?> step = advancer.step();
            if (step instanceof Advancer.Step.Ended<?> ended) {
                takeCancel(run);
                ends.done(run, ended.result());
            } else if (ends.keeps(run, advancer)) {
                await(run, advancer, ((Advancer.Step.Waits<?>) step).until());
            }
        } catch (ProblemException e) {
            takeCancel(run);
            ends.failed(run, e);
        } catch (RuntimeException e) {
            // Nobody else would hear of it, and the run would wait for ever.
            takeCancel(run);
            ends.failed(run, new ProblemException(Problem.of(ProblemCode.BUG, "unexpected " + e), e));
        }
    }

    private void await(RunId run, Advancer<?, ?> advancer, Until until) {
        if (until.longest().isZero() || !queued(run, advancer, until)) {
            turns.execute(() -> turn(run, advancer));
        }
    }

    /** Whether it waits now: somebody may have cancelled it while its turn was taken. */
    private synchronized boolean queued(RunId run, Advancer<?, ?> advancer, Until until) {
        if (cancelled.contains(run)) {
            return false;
        }
        if (until instanceof Until.JobChanges change) {
            Waiting waiting = new Waiting(run, clock.instant().plus(pause(change)), null, change.job());
            byJob.put(change.job(), waiting);
            queue.add(waiting);
            watcher.watch(change.job(), change.from());
        } else {
            queue.add(new Waiting(run, clock.instant().plus(until.longest()), advancer, null));
        }
        return true;
    }

    /** A change of the job's status needs no look of its own: the watcher's listing tells it. */
    private Duration pause(Until.JobChanges change) {
        Duration turnOfAll = look.multipliedBy(queue.size() + 1);
        return turnOfAll.compareTo(change.atMost()) > 0 ? turnOfAll : change.atMost();
    }
}
