package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Builds that train by the plugin's steps, and what may become of them. */
@OnJenkins(Plugin.INSTALLED)
@TestInstance(Lifecycle.PER_CLASS)
class PluginBuildsScenario {
    private Site site;
    private Folder folder;

    @BeforeAll
    void project(Site given, Folder own) {
        site = given;
        site.configurePlugin();
        site.slowProject("builds")
                .replaced("azml/job.yml", "azml/failing.yml", "python train.py", "exit 3 && python train.py")
                .commit("The example, a slow job and one that fails");
        folder = own;
    }

    @Test
    void an_aborted_build_cancels_its_job() {
        Build build = train("aborted", "azml/endless.yml").build();
        site.azure().awaitJob("dev", build, "Running");

        build.abort();

        assertThat(build.result()).as(build.console()).isEqualTo("ABORTED");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Canceled");
    }

    @Test
    void a_build_that_is_aborted_after_the_controller_was_killed_cancels_its_job() {
        Build build = train("killed-aborted", "azml/endless.yml").build();
        site.azure().awaitJob("dev", build, "Running");
        site.restart();
        build.await("Ready to run at");

        build.abort();

        assertThat(build.result()).as(build.console()).isEqualTo("ABORTED");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Canceled");
    }

    @Test
    void three_builds_at_once_have_a_job_each() {
        Job job = train("three", "azml/job.yml");

        List<Build> builds = Stream.generate(job::build).limit(3).toList();

        for (Build build : builds) {
            assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
            assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
        }
    }

    @Test
    void branches_in_parallel_have_a_job_each() {
        Build build = folder.job("parallel", """
                node {
                    git url: '%s', branch: 'main'
                    azmlSetup folder: 'azml/setup/dev', workspace: 'dev'
                    def branches = [:]
                    for (alpha in ['0.1', '1.0']) {
                        def value = alpha
                        branches[value] = {
                            def t = azmlTrain(file: 'azml/job.yml', workspace: 'dev', set: ['inputs.alpha': value])
                            echo "alpha ${value} rmse ${t.metrics.rmse}"
                        }
                    }
                    parallel branches
                }
                """.formatted(site.url("builds"))).build();

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed", "Completed");
        assertThat(build.console()).containsPattern("alpha 0.1 rmse \\d").containsPattern("alpha 1.0 rmse \\d");
    }

    @Test
    void a_failing_job_fails_the_build_in_one_line() {
        Build build = train("failing", "azml/failing.yml").build();

        assertThat(build.result()).as(build.console()).isEqualTo("FAILURE");
        assertThat(build.console())
                .containsPattern("ERROR: azmlTrain: JOB_FAILED: ")
                .doesNotContain("\tat ");
    }

    @Test
    void a_job_that_somebody_cancels_in_azure_fails_the_build_in_one_line() {
        Build build = train("cancelled", "azml/endless.yml").build();
        String job = site.azure().awaitJob("dev", build, "Running");

        site.azure().cancelJob("dev", job);

        assertThat(build.result()).as(build.console()).isEqualTo("FAILURE");
        assertThat(build.console())
                .contains("ERROR: azmlTrain: JOB_CANCELLED_ELSEWHERE: job '" + job + "'")
                .doesNotContain("\tat ");
    }

    @Test
    void a_handle_is_seen_through_outside_a_node_and_over_a_restart() {
        Build build = folder.job("handle", """
                def handle
                node {
                    git url: '%s', branch: 'main'
                    azmlSetup folder: 'azml/setup/dev', workspace: 'dev'
                    handle = azmlTrain(file: 'azml/slow.yml', workspace: 'dev', wait: false)
                }
                echo 'waiting outside'
                def t = azmlResume(handle)
                echo "trained ${t.job} rmse ${t.metrics.rmse}"
                """.formatted(site.url("builds"))).build();
        String job = site.azure().awaitJob("dev", build, "Running");
        build.await("waiting outside");
        assertThat(site.jenkins().busyExecutors()).isZero();

        site.restart();

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).containsPattern("trained " + job + " rmse \\d+\\.\\d+");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
    }

    private Job train(String name, String job) {
        return folder.job(name, Scripts.train(site.url("builds"), job));
    }
}
