package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The plugin's own steps carry the example to production. */
@OnJenkins(Plugin.INSTALLED)
@TestInstance(Lifecycle.PER_CLASS)
class PluginLoopScenario {
    private Site site;
    private Folder folder;

    @BeforeAll
    void project(Site given, Folder own) {
        site = given;
        site.configurePlugin();
        site.slowProject("promoting").commit("The example");
        folder = own;
    }

    @Test
    void it_has_loaded_without_a_complaint() {
        String log = site.jenkins().get("log/all");

        assertThat(log).doesNotContain("Failed to load", "Failed to scout", "Failed to instantiate");
        assertThat(site.jenkins().get("pipeline-syntax/")).contains("azmlTrain", "azmlPromote", "azmlResume");
    }

    @Test
    void a_loop_in_the_sandbox_ends_in_production() {
        Build build = folder.job("loop", Scripts.loop(site.url("promoting"), "azml/job.yml"))
                .build();

        String result = build.result();

        assertThat(result).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console())
                .containsPattern("rmse is \\d+\\.\\d+")
                .contains("verdict is ", "promoted ")
                .doesNotContain("+ azml");
        assertThat(site.filesWith(folder, site.azure().secrets())).isEqualTo("[]");
        assertThat(site.filesWith(folder, List.of("rmse is ")))
                .as("the search finds what is there")
                .contains("log has text 0");
    }

    @Test
    void a_controller_killed_in_snapshot_training_and_traffic_switch_ends_the_same() {
        site.azure().withhold("CodeVersions_CreateOrUpdate", "/dev/", 0);
        Build build = folder.job("killed", Scripts.loop(site.url("promoting"), "azml/slow.yml"))
                .build();
        site.azure().awaitWithheld(build);
        site.restart();
        String job = site.azure().awaitJob("dev", build, "Running");
        site.restart();
        site.azure().withhold("OnlineEndpoints_CreateOrUpdate", "/prod/", 0);
        build.await("verdict is ");
        site.azure().awaitWithheld(build);
        site.restart();

        String result = build.result();

        assertThat(result).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("trained " + job, "promoted ");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
        assertThat(build.repeatedLogLines()).as(build.console()).isEmpty();
    }
}
