package io.jenkins.plugins.azml.scenarios.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole Jenkinsfiles on the in-memory twins: whatever the steps end in, wherever the runner ends, the same end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowsInMemoryScenario {
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
                "[flows] %d flows, each with the plugin's steps and without, the runner ended at each of %d saves and"
                        + " gone on with: the same ends%n",
                flows, kills);
        twins.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_flow_that_is_ended_at_each_save_ends_like_one_that_is_not(Flow flow) throws IOException {
        End end = ended(flow, Bindings.COMMAND_LINE, Kill.NEVER);

        System.out.printf("[flows] %s: %s%n", flow, end);
        assertThat(end.outcome()).isEqualTo(flow.outcome());
        assertThat(ended(flow, Bindings.STAND_IN, Kill.NEVER))
                .as("with the plugin's steps")
                .isEqualTo(end);
        for (Bindings bindings : Bindings.values()) {
            assertThat(ended(flow, bindings, new Kill.Always(flow.ordinal())))
                    .as("%s, ended at each save", bindings)
                    .isEqualTo(end);
        }
        flows++;
    }

    private End ended(Flow flow, Bindings bindings, Kill kill) throws IOException {
        try (Trial trial = twins.trial(bindings).run(flow.builds(), kill)) {
            assertThat(trial.kills() > 0).as("it was ended").isEqualTo(kill != Kill.NEVER);
            kills += trial.kills();
            return trial.end();
        }
    }
}
