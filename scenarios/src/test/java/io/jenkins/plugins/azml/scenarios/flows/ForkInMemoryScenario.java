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

/** The code of a fork's pull request runs on the agent: no credential is in anything that it could read there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForkInMemoryScenario {
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
    void no_credential_is_in_anything_that_a_forks_pull_request_could_read(Bindings bindings) throws IOException {
        for (Kill kill : new Kill[] {Kill.NEVER, new Kill.Always(0)}) {
            Search search = searched(bindings, Flow.FORK, kill);

            System.out.printf(
                    "[flows] a fork's pull request by %s, ended %d times: %s%n", bindings, search.kills(), search);
            assertThat(search.files()).isPositive();
            assertThat(search.environments()).isPositive();
            assertThat(search.found()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "COMMAND_LINE")
    void the_search_finds_the_credential_of_a_request_that_is_trusted(Bindings bindings) throws IOException {
        Search search = searched(bindings, Flow.PULL_REQUEST, Kill.NEVER);

        System.out.printf("[flows] a pull request of one's own: %s%n", search);
        assertThat(search.found())
                .allMatch(place -> place.startsWith("environment of azml"))
                .isNotEmpty();
    }

    private Search searched(Bindings bindings, Flow flow, Kill kill) throws IOException {
        try (Trial trial = twins.trial(bindings)) {
            return new Search(TwinAzure.SECRET).through(trial, flow, kill);
        }
    }
}
