package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.acceptance.OnJenkins.Plugin;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The plugin's steps on a node that is not the controller's. */
@OnJenkins(Plugin.INSTALLED)
@TestInstance(Lifecycle.PER_CLASS)
class PluginAgentScenario {
    private static final String UPLOAD = "PUT https://";

    private Site site;
    private Folder folder;
    private Agent agent;

    @BeforeAll
    void connect(Site given, Folder own, @TempDir Path place) {
        site = given;
        site.configurePlugin();
        site.slowProject("agents").commit("The example, and a slow job");
        folder = own;
        agent = Agent.create(site.jenkins(), "azml-acceptance-agent", place);
        agent.connect();
    }

    @AfterAll
    void delete() {
        agent.close();
    }

    @Test
    void a_snapshot_is_hashed_and_uploaded_by_the_agent_which_may_be_lost_while_the_job_trains() {
        Build build = folder.job(
                        "snapshot",
                        Scripts.train(site.url("agents"), "azml/slow.yml")
                                .replace("node {", "node('" + agent.name() + "') {"))
                .build();
        String job = site.azure().awaitJob("dev", build, "Running");
        assertThat(agent.said()).contains(UPLOAD).doesNotContain("/_emulator/", "/providers/");

        agent.kill();
        agent.connect();

        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        assertThat(build.console())
                .contains("Running on " + agent.name())
                .containsPattern("trained " + job + " rmse \\d+\\.\\d+");
        assertThat(site.azure().statuses("dev", build)).containsExactly("Completed");
    }
}
