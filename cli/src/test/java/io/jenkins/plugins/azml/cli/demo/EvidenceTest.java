package io.jenkins.plugins.azml.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static Evidence judged(String verdict, String outcome) {
        return new Evidence(JsonObject.read("""
                {"evaluation": {"verdict": "%s", "gates": [
                  {"metric": "r2", "outcome": "passed", "rule": "at least 0.3", "candidate": 0.5, "reference": 0.3},
                  {"metric": "rmse", "outcome": "%s", "rule": "not higher", "candidate": 60.586773, "reference": 55.1}]}}
                """.formatted(verdict, outcome)));
    }

    @Test
    void a_gate_that_an_equal_candidate_passes_is_not_named() {
        assertThat(judged("equal", "equal").figures("Evaluate")).isEqualTo("equal");
    }

    @Test
    void the_gate_that_stops_a_candidate_is_named_with_both_figures() {
        assertThat(judged("worse", "worse").figures("Evaluate"))
                .isEqualTo("worse: rmse 60.587 against 55.1, must be not higher");
    }

    @Test
    void a_stage_that_left_nothing_has_no_figures() {
        assertThat(new Evidence(JsonObject.empty()).figures("Promotion")).isEmpty();
    }
}
