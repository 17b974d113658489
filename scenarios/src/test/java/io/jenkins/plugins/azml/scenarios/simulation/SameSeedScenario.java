package io.jenkins.plugins.azml.scenarios.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a simulated run is left to chance but what the seed decides. */
class SameSeedScenario {
    @ParameterizedTest
    @ValueSource(strings = {"evaluate:", "train:9.LOSE.1+9.BEFORE_SAVE.1", "register:6.THROTTLED_SECONDS.1"})
    void the_same_seed_and_plan_give_the_same_ledger(String text) {
        assertThat(ledger(text, 7)).isEqualTo(ledger(text, 7)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = "train:9.LOSE.1")
    void another_seed_waits_otherwise(String text) {
        assertThat(ledger(text, 7)).isNotEqualTo(ledger(text, 8));
    }

    private static String ledger(String text, long seed) {
        Plan plan = Plan.of(text);
        return new Simulator<>(Subjects.named(plan.subject()), seed)
                .run(plan, Sabotage.NONE)
                .ledger();
    }
}
