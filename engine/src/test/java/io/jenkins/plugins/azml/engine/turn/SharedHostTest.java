package io.jenkins.plugins.azml.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedHostTest {
    private static final Duration LOOK = Duration.ofMillis(300);

    /** Waits for the job of its run's name, and ends with the job's status. */
    private static final class WaitingStage implements Stage<WaitingStage.Waits, String> {
        static final StateCodec<Waits> CODEC = new StateCodec<>("waiting", 1, Waits.class);
        private final Jobs jobs;
        private final Duration patience;

        sealed interface Waits {
            record For(String job) implements Waits {}
        }

        WaitingStage(Jobs jobs, Duration patience) {
            this.jobs = jobs;
            this.patience = patience;
        }

        @Override
        public Turn<Waits, String> advance(Waits state, StageContext context) {
            String job = ((Waits.For) state).job();
            String status = jobs.find(job).orElseThrow().status().wire();
            return status.equals("Completed")
                    ? Turn.done(state, status)
                    : Turn.wait(state, Until.jobChanges(job, status, patience));
        }

        @Override
        public Turn<Waits, String> cancel(Waits state, StageContext context) {
            return Turn.done(state, "cancelled");
        }
    }

    private final JobListing azure = new JobListing();
    private final MemoryStore store = new MemoryStore();
    private final Map<RunId, Object> results = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private Duration patience = Duration.ofHours(1);
    private final SharedHost host = new SharedHost(
            new Watcher(azure.workspace().jobs()),
            () -> now,
            Runnable::run,
            LOOK,
            this::advancer,
            new SharedHost.Ends() {
                @Override
                public void done(RunId run, Object result) {
                    results.put(run, result);
                }

                @Override
                public void failed(RunId run, ProblemException problem) {
                    results.put(run, problem.problem());
                }
            });

    private Advancer<WaitingStage.Waits, String> advancer(RunId run) {
        return new Advancer<>(
                new WaitingStage(azure.workspace().jobs(), patience),
                WaitingStage.CODEC,
                run,
                new Advancer.Surroundings(
                        store, event -> {}, () -> now, new Random(1), "test", Duration.ZERO, Duration.ofMinutes(1)));
    }

    private RunId running(String job) {
        azure.statuses.put(job, "Running");
        RunId run = new RunId(job);
        advancer(run).begin(new WaitingStage.Waits.For(job));
        host.take(run);
        return run;
    }

    @Test
    void a_thousand_waiting_runs_cost_one_listing_a_tick_and_no_thread() {
        IntStream.range(0, 1000).forEach(i -> running("job-" + i));
        azure.requests.clear();
        int threads = Thread.activeCount();

        host.tick();

        System.out.println("1,000 waiting runs: " + azure.requests.size() + " requests a tick, "
                + (Thread.activeCount() - threads) + " threads more");
        assertThat(azure.requests).hasSize(10);
        assertThat(host.waiting()).isEqualTo(1000);
        assertThat(Thread.activeCount()).isEqualTo(threads);
    }

    @Test
    void a_run_goes_on_when_its_job_has_changed() {
        RunId run = running("job-1");
        running("job-2");
        azure.statuses.put("job-1", "Completed");

        host.tick();

        assertThat(results).isEqualTo(Map.of(run, "Completed"));
        assertThat(host.waiting()).isEqualTo(1);
    }

    @Test
    void a_run_is_looked_at_when_its_time_is_up_though_nothing_has_changed() {
        running("job-1");
        azure.requests.clear();
        now = now.plus(Duration.ofHours(2));

        host.tick();

        assertThat(azure.requests).contains("GET /jobs/job-1");
        assertThat(host.waiting()).isEqualTo(1);
    }

    @Test
    void few_runs_are_looked_at_as_often_as_they_ask() {
        patience = Duration.ofSeconds(2);
        IntStream.range(0, 8).forEach(i -> running("job-" + i));

        Looks looks = looks(Duration.ofMinutes(1));

        assertThat(looks.longestPause()).isLessThanOrEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void many_runs_share_the_looks_so_that_what_they_send_stays_the_same() {
        patience = Duration.ofSeconds(2);
        IntStream.range(0, 200).forEach(i -> running("job-" + i));

        Looks looks = looks(Duration.ofMinutes(10));

        System.out.println("200 runs that follow their logs: " + looks.count() / 10 + " looks a minute, each run after "
                + looks.longestPause().toSeconds() + " s at most");
        assertThat(looks.longestPause())
                .isLessThanOrEqualTo(LOOK.multipliedBy(200).plusSeconds(1));
        assertThat(looks.count())
                .isLessThanOrEqualTo((int) Duration.ofMinutes(10).dividedBy(LOOK) + 200);
    }

    private record Looks(int count, Duration longestPause) {}

    /** Lets time pass, and notes when each job is looked at. */
    private Looks looks(Duration span) {
        Map<String, Instant> last = new HashMap<>();
        azure.statuses.keySet().forEach(job -> last.put("GET /jobs/" + job, now));
        Duration longest = Duration.ZERO;
        int count = 0;
        for (Instant end = now.plus(span); now.isBefore(end); now = now.plusMillis(100)) {
            azure.requests.clear();
            host.startDue();
            for (String request : azure.requests) {
                Duration pause = Duration.between(last.put(request, now), now);
                longest = pause.compareTo(longest) > 0 ? pause : longest;
            }
            count += azure.requests.size();
        }
        Instant end = now;
        return new Looks(
                count,
                last.values().stream()
                        .map(seen -> Duration.between(seen, end))
                        .reduce(longest, (one, other) -> one.compareTo(other) > 0 ? one : other));
    }
}
