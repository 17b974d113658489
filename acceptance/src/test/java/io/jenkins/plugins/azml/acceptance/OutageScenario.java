package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** An Azure that hangs, is gone, or says nothing about a job, while builds wait. */
@OnJenkins(Plugin.EITHER)
@TestInstance(Lifecycle.PER_CLASS)
class OutageScenario {
    private static final String WAITS = "waits [\\d.]+ (ms|s|min)\\S*: ";

    private Site site;
    private Folder folder;

    @BeforeAll
    void project(Site given, Folder own) {
        site = given;
        site.configure();
        site.slowProject("outages").commit("The example, a slow job and one without end");
        folder = own;
    }

    @AfterEach
    void forgetFaults() {
        site.azure().forgetFaults();
    }

    @Test
    void an_azure_that_hangs_for_a_while_fails_nothing() {
        Build build =
                folder.job("hangs", site.train("outages", "azml/slow.yml")).build();
        String job = site.azure().awaitJob("dev", build, "Running");

        site.emulator().freeze();
        try {
            build.await(WAITS);
        } finally {
            site.emulator().thaw();
        }

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).containsPattern("trained " + job + " rmse \\d+\\.\\d+");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
        assertThat(build.repeatedLogLines()).as(build.console()).isEmpty();
    }

    @Test
    void a_controller_that_is_killed_while_azure_hangs_goes_on_when_azure_is_back() {
        Build build = folder.job("both", site.train("outages", "azml/slow.yml")).build();
        String job = site.azure().awaitJob("dev", build, "Running");

        site.emulator().freeze();
        try {
            site.restart();
            build.await(WAITS);
        } finally {
            site.emulator().thaw();
        }

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).containsPattern("trained " + job + " rmse \\d+\\.\\d+");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
    }

    @Test
    void an_azure_that_is_away_for_a_while_is_asked_again_and_what_it_lost_is_told() {
        Build build = folder.job("gone", site.train("outages", "azml/slow.yml")).build();
        String job = site.azure().awaitJob("dev", build, "Running");

        site.emulator().kill();
        try {
            build.await(WAITS);
        } finally {
            site.emulator().start();
        }

        assertThat(build.result()).as(build.console()).isEqualTo("FAILURE");
        assertThat(build.errors())
                .as(build.console())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("JOB_FAILED", job));
        assertThat(build.console()).doesNotContain("\tat ");
    }

    @Test
    void a_job_without_end_is_cancelled_by_the_timeout_around_its_step() {
        Build build = folder.job(
                        "timeout", site.train("outages", "azml/endless.yml", "timeout(time: 45, unit: 'SECONDS')"))
                .build();
        site.azure().awaitJob("dev", build, "Running");

        assertThat(build.result()).as(build.console()).isEqualTo("ABORTED");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Canceled");
        assertThat(build.console()).doesNotContain("\tat ");
    }

    @Test
    void a_job_that_never_leaves_the_queue_is_cancelled_by_the_timeout_around_its_step() {
        site.azure().fault(status("Jobs_Get", "/properties/status", "Queued"));
        site.azure().fault(status("Jobs_List", "/value/0/properties/status", "Queued"));
        Build build = folder.job(
                        "queued", site.train("outages", "azml/endless.yml", "timeout(time: 45, unit: 'SECONDS')"))
                .build();

        assertThat(build.result()).as(build.console()).isEqualTo("ABORTED");
        site.azure().forgetFaults();
        assertThat(site.azure().statuses("dev", build)).containsExactly("Canceled");
        assertThat(build.console()).doesNotContain("\tat ");
    }

    @Test
    void a_job_that_runs_longer_than_its_step_allows_is_cancelled_and_fails_the_build() {
        Build build = folder.job("limit", site.train("outages", "azml/endless.yml', runLimit: '20s", ""))
                .build();

        assertThat(build.result()).as(build.console()).isEqualTo("FAILURE");
        assertThat(build.errors())
                .as(build.console())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("TIMED_OUT"));
        assertThat(site.azure().statuses("dev", build)).containsExactly("Canceled");
    }

    private static Map<String, Object> status(String operation, String field, String status) {
        return Map.of("fault", "edit", "operation", operation, "times", 1_000, "set", Map.of(field, status));
    }
}
