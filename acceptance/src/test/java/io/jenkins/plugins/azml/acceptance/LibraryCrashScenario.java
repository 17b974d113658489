package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The library without the plugin: builds that are aborted, and a controller that is killed, while a job trains. */
@OnJenkins(Plugin.MISSING)
@TestInstance(Lifecycle.PER_CLASS)
class LibraryCrashScenario {
    private Site site;
    private Folder folder;

    @BeforeAll
    void project(Site given, Folder own) {
        site = given;
        site.slowProject("crashes").commit("The example, and a slow job");
        folder = own;
    }

    @Test
    void an_aborted_build_cancels_its_job() {
        Build build = inNode("aborted", "azml/endless.yml").build();
        site.azure().awaitJob("dev", build, "Running");

        build.abort();

        assertThat(build.result()).as(build.console()).isEqualTo("ABORTED");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Canceled");
    }

    @Test
    void a_build_goes_on_with_its_job_after_the_controller_was_killed() {
        Build build = inNode("killed", "azml/slow.yml").build();
        String job = site.azure().awaitJob("dev", build, "Running");

        site.restart();

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).containsPattern("trained " + job + " rmse \\d+\\.\\d+");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
    }

    @Test
    void a_build_that_is_aborted_after_the_controller_was_killed_cancels_its_job() {
        Build build = inNode("killed-aborted", "azml/endless.yml").build();
        site.azure().awaitJob("dev", build, "Running");
        site.restart();
        build.await("Ready to run at");

        build.abort();

        assertThat(build.result()).as(build.console()).isEqualTo("ABORTED");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Canceled");
    }

    @Test
    void a_handle_is_seen_through_outside_a_node_and_over_a_restart() {
        Build build = outsideNode("handle").build();
        String job = site.azure().awaitJob("dev", build, "Running");
        // Jenkins loses a build that it is killed in between the end of a node and the next step that waits.
        build.await("waiting outside[\\s\\S]*Sleeping for");
        Awaitility.await("no executor is held")
                .atMost(Duration.ofMinutes(1))
                .until(() -> site.jenkins().busyExecutors() == 0);

        site.restart();

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).containsPattern("trained " + job + " rmse \\d+\\.\\d+");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
    }

    private Job inNode(String name, String job) {
        return folder.job(name, "@Library('azml') _\n" + Scripts.train(site.url("crashes"), job));
    }

    private Job outsideNode(String name) {
        return folder.job(name, """
                @Library('azml') _
                def handle
                node {
                    git url: '%s', branch: 'main'
                    azmlSetup folder: 'azml/setup/dev', workspace: 'dev'
                    handle = azmlTrain(file: 'azml/slow.yml', workspace: 'dev', wait: false)
                }
                echo 'waiting outside'
                def t = azmlResume(handle)
                echo "trained ${t.job} rmse ${t.metrics.rmse}"
                """.formatted(site.url("crashes")));
    }
}
