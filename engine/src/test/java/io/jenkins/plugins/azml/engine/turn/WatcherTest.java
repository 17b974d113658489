package io.jenkins.plugins.azml.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.azure.JobStatus;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatcherTest {
    private final JobListing azure = new JobListing();
    private final Watcher watcher = new Watcher(azure.workspace().jobs());

    private void running(String job) {
        azure.statuses.put(job, "Running");
        watcher.watch(job, "Running");
    }

    @Test
    void a_thousand_jobs_cost_one_listing_a_tick() {
        IntStream.range(0, 1000).forEach(i -> running("job-" + i));

        assertThat(watcher.tick()).isEmpty();
        System.out.println(
                "1,000 waiting jobs: " + azure.requests.size() + " requests a tick, pages of " + azure.pageSize);
        assertThat(azure.requests).hasSize(10).allMatch("GET /jobs"::equals);
    }

    @Test
    void the_pages_behind_the_last_watched_job_are_not_read() {
        running("newest");
        IntStream.range(0, 5000).forEach(i -> azure.statuses.put("old-" + i, "Completed"));

        watcher.tick();

        assertThat(azure.requests).containsExactly("GET /jobs");
    }

    @Test
    void a_job_that_has_changed_is_told_once() {
        running("a");
        running("b");
        azure.statuses.put("b", "Completed");

        assertThat(watcher.tick()).isEqualTo(Map.of("b", JobStatus.COMPLETED));
        assertThat(watcher.tick()).isEmpty();
        assertThat(watcher.watching()).isEqualTo(1);
    }

    @Test
    void a_job_that_the_listing_lacks_is_read_directly() {
        running("a");
        azure.unlisted.add("a");
        azure.statuses.put("a", "Failed");

        assertThat(watcher.tick()).isEqualTo(Map.of("a", JobStatus.FAILED));
        assertThat(azure.requests).containsExactly("GET /jobs", "GET /jobs/a");
    }

    @Test
    void a_job_that_nobody_knows_yet_is_waited_for() {
        watcher.watch("a", "NotStarted");

        assertThat(watcher.tick()).isEmpty();
        assertThat(watcher.watching()).isEqualTo(1);
    }

    @Test
    void every_job_that_the_listing_lacks_has_its_turn_however_many_they_are() {
        IntStream.range(0, 50).forEach(i -> running("job-" + i));
        azure.unlisted.addAll(azure.statuses.keySet());

        IntStream.range(0, 3).forEach(i -> watcher.tick());

        assertThat(azure.requests.stream()
                        .filter(r -> r.startsWith("GET /jobs/"))
                        .distinct())
                .hasSize(50);
    }

    @Test
    void a_listing_in_an_order_we_did_not_expect_is_not_read_for_ever() {
        IntStream.range(0, 5000).forEach(i -> azure.statuses.put("old-" + i, "Completed"));
        running("newest-but-last");
        azure.statuses.put("newest-but-last", "Completed");

        assertThat(watcher.tick()).isEqualTo(Map.of("newest-but-last", JobStatus.COMPLETED));
        assertThat(azure.requests).hasSizeLessThan(7);
    }

    @Test
    void nobody_waiting_costs_no_request() {
        assertThat(watcher.tick()).isEmpty();
        assertThat(azure.requests).isEmpty();
    }
}
