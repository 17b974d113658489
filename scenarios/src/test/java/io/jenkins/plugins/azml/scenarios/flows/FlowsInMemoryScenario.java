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

/** Whole Jenkinsfiles on the in-memory twins: whatever the steps end in, the same end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowsInMemoryScenario {
    private Twins twins;

    @BeforeAll
    void prepare(@TempDir Path folder) throws IOException {
        twins = Twins.in(folder);
    }

    @AfterAll
    void close() {
        twins.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_flow_ends_the_same_with_the_plugins_steps_and_without(Flow flow) throws IOException {
        End end = clean(flow, Bindings.COMMAND_LINE);

        System.out.printf("[flows] %s, with the plugin's steps and without: %s%n", flow, end);
        assertThat(clean(flow, Bindings.STAND_IN)).isEqualTo(end);
    }

    private End clean(Flow flow, Bindings bindings) throws IOException {
        try (Trial trial = new Trial(twins, bindings, twins.company()).run(flow.builds(), Kill.NEVER)) {
            return trial.end();
        }
    }
}
