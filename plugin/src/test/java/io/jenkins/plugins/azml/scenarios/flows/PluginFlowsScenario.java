package io.jenkins.plugins.azml.scenarios.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksPublisher;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The library's whole Jenkinsfiles with the plugin's own steps bound into the runner: they end as without the plugin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginFlowsScenario {
    private Twins twins;
    private int flows;
    private int kills;

    @BeforeAll
    void prepare(@TempDir Path folder) throws IOException {
        twins = Twins.in(folder);
    }

    @AfterAll
    void close() {
        System.out.printf(
                "[flows] %d flows by the plugin's own steps, three of them once more with the controller ended at each of"
                        + " %d saves: they end as without the plugin%n",
                flows, kills);
        twins.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_flow_ends_with_the_plugin_as_it_does_without(Flow flow) throws IOException {
        End end = end(flow, Bindings.COMMAND_LINE, Kill.NEVER);

        assertThat(end(flow, PluginSteps::start, Kill.NEVER)).isEqualTo(end);
        flows++;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"APPROVED", "ROLLED_BACK", "ABORTED"})
    void a_flow_whose_controller_is_ended_at_each_save_ends_like_one_without_the_plugin(Flow flow) throws IOException {
        End end = end(flow, Bindings.COMMAND_LINE, Kill.NEVER);

        assertThat(end(flow, PluginSteps::start, new Kill.Always(flow.ordinal())))
                .isEqualTo(end);
    }

    /** The library publishes the result of a pull request itself; what becomes of the main branch is the plugin's to say. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"PULL_REQUEST, false", "APPROVED, true"})
    void a_commit_has_one_check(Flow flow, boolean byThePlugin) throws IOException {
        List<String> titles = new ArrayList<>();
        ChecksPublisherFactory.use(new ChecksPublisher() {
            @Override
            public void publish(ChecksDetails details) {
                titles.add(details.output.title);
            }
        });
        Jenkins.install("checks-api", true);
        try {
            end(flow, PluginSteps::start, Kill.NEVER);
        } finally {
            Jenkins.install("checks-api", false);
        }

        System.out.println("[checks] " + flow + ", published by the plugin: " + titles);
        assertThat(!titles.isEmpty()).isEqualTo(byThePlugin);
    }

    private End end(Flow flow, BoundSteps steps, Kill kill) throws IOException {
        try (Trial trial = twins.trial(steps).run(flow.builds(), kill)) {
            kills += trial.kills();
            return trial.end();
        }
    }
}
