package io.jenkins.plugins.azml.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.engine.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatesTest {
    private static final Gate RMSE_AT_MOST_65 = new Gate.Maximum("rmse", new BigDecimal("65"));
    private static final Gate R2_AT_LEAST_03 = new Gate.Minimum("r2", new BigDecimal("0.3"));
    private static final Gate RMSE_OF_CHAMPION = new Gate.Champion("rmse", Direction.LOWER, new BigDecimal("1.0"));
    private static final Gate R2_OF_CHAMPION = new Gate.Champion("r2", Direction.HIGHER, new BigDecimal("0.1"));

    @ParameterizedTest
    @CsvSource({"64.9, BETTER, PASSED", "65.0, BETTER, PASSED", "65.00000000000001, WORSE, FAILED", "-1, BETTER, PASSED"
    })
    void a_maximum_is_kept_up_to_the_limit_itself(double rmse, Decision decision, Outcome outcome) {
        Verdict verdict = assess(candidate(Map.of("rmse", rmse)), null, RMSE_AT_MOST_65);

        assertThat(verdict.decision()).isEqualTo(decision);
        assertThat(verdict.gates().get(0).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0.3, BETTER", "0.29999999999999993, WORSE", "0.31, BETTER", "-0.3, WORSE"})
    void a_minimum_is_kept_down_to_the_limit_itself(double r2, Decision decision) {
        assertThat(assess(candidate(Map.of("r2", r2)), null, R2_AT_LEAST_03).decision())
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({"53.9, BETTER", "54.0, EQUAL", "55.0, EQUAL", "56.0, EQUAL", "56.1, WORSE"})
    void a_difference_of_at_most_the_tolerance_counts_as_none(double rmse, Decision decision) {
        Verdict verdict = assess(candidate(Map.of("rmse", rmse)), champion(Map.of("rmse", 55.0)), RMSE_OF_CHAMPION);

        assertThat(verdict.decision()).isEqualTo(decision);
    }

    @Test
    void a_tolerance_is_decimal_not_binary() {
        // In doubles 0.8 - 0.7 is 0.10000000000000009, more than the tolerance of 0.1.
        Verdict verdict = assess(candidate(Map.of("r2", 0.8)), champion(Map.of("r2", 0.7)), R2_OF_CHAMPION);

        assertThat(verdict.decision()).isEqualTo(Decision.EQUAL);
        assertThat(verdict.gates().get(0).difference()).contains(new BigDecimal("0.1"));
    }

    @Test
    void a_tolerance_of_zero_lets_only_equal_figures_be_equal() {
        Gate gate = new Gate.Champion("r2", Direction.HIGHER, BigDecimal.ZERO);

        assertThat(assess(candidate(Map.of("r2", 0.5)), champion(Map.of("r2", 0.5)), gate)
                        .decision())
                .isEqualTo(Decision.EQUAL);
        assertThat(assess(candidate(Map.of("r2", Math.nextDown(0.5))), champion(Map.of("r2", 0.5)), gate)
                        .decision())
                .isEqualTo(Decision.WORSE);
    }

    @Test
    void one_gate_that_is_better_makes_the_verdict_better_when_all_pass() {
        Verdict verdict = assess(
                candidate(Map.of("rmse", 50.0, "r2", 0.5)),
                champion(Map.of("rmse", 55.0, "r2", 0.5)),
                RMSE_OF_CHAMPION,
                R2_OF_CHAMPION,
                RMSE_AT_MOST_65);

        assertThat(verdict.decision()).isEqualTo(Decision.BETTER);
        assertThat(verdict.reason()).isEqualTo("rmse 50.0 is better than the champion's 55.0 by 5.0, tolerance 1.0");
    }

    @Test
    void one_gate_that_is_worse_outweighs_all_that_are_better() {
        Verdict verdict = assess(
                candidate(Map.of("rmse", 50.0, "r2", 0.2)),
                champion(Map.of("rmse", 55.0, "r2", 0.5)),
                RMSE_OF_CHAMPION,
                R2_OF_CHAMPION,
                R2_AT_LEAST_03);

        assertThat(verdict.decision()).isEqualTo(Decision.WORSE);
        assertThat(verdict.reason())
                .isEqualTo("r2 0.2 is worse than the champion's 0.5 by 0.3, tolerance 0.1; r2 0.2 is not at least 0.3");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_figure_that_is_not_finite_blocks_every_kind_of_gate(double figure) {
        Evaluation champion = champion(Map.of("r2", 0.1, "rmse", 99.0));
        for (Gate gate : List.of(RMSE_AT_MOST_65, R2_AT_LEAST_03, RMSE_OF_CHAMPION, R2_OF_CHAMPION)) {
            Evaluation candidate = candidate(Map.of(gate.metric(), figure));

            assertThat(assess(candidate, champion, gate).decision()).isEqualTo(Decision.BLOCKED);
            assertThat(assess(candidate, null, gate).decision()).isEqualTo(Decision.BLOCKED);
            assertThat(assess(candidate, null, gate).reason())
                    .isEqualTo("the metric '" + gate.metric() + "' of 'diabetes:2' is " + figure
                            + ", not a finite number");
        }
    }

    @Test
    void a_missing_metric_blocks_every_kind_of_gate_and_is_named() {
        for (Gate gate : List.of(RMSE_AT_MOST_65, R2_AT_LEAST_03, RMSE_OF_CHAMPION)) {
            Verdict verdict = assess(candidate(Map.of("mae", 1.0)), null, gate);

            assertThat(verdict.decision()).isEqualTo(Decision.BLOCKED);
            assertThat(verdict.reason()).isEqualTo("'diabetes:2' has no metric '" + gate.metric() + "'");
        }
    }

    @Test
    void a_missing_metric_blocks_even_when_another_gate_is_better() {
        Verdict verdict = assess(
                candidate(Map.of("rmse", 50.0)), champion(Map.of("rmse", 55.0)), RMSE_OF_CHAMPION, R2_AT_LEAST_03);

        assertThat(verdict.decision()).isEqualTo(Decision.BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void a_champion_without_a_finite_figure_blocks(double figure) {
        Verdict verdict = assess(
                candidate(Map.of("rmse", 50.0)), champion(Map.of("rmse", figure)), RMSE_OF_CHAMPION, RMSE_AT_MOST_65);

        assertThat(verdict.decision()).isEqualTo(Decision.BLOCKED);
        assertThat(verdict.reason())
                .isEqualTo("the champion's figure: the metric 'rmse' of 'diabetes:1' is " + figure
                        + ", not a finite number");
    }

    @Test
    void a_champion_without_the_metric_blocks() {
        Verdict verdict = assess(candidate(Map.of("rmse", 50.0)), champion(Map.of("mae", 1.0)), RMSE_OF_CHAMPION);

        assertThat(verdict.reason()).isEqualTo("the champion's figure: 'diabetes:1' has no metric 'rmse'");
    }

    @Test
    void without_a_champion_the_absolute_gates_alone_decide_and_the_verdict_says_so() {
        Evaluation good = candidate(Map.of("rmse", 60.0));

        Verdict verdict = assess(good, null, RMSE_AT_MOST_65, RMSE_OF_CHAMPION);

        assertThat(verdict.decision()).isEqualTo(Decision.BETTER);
        assertThat(verdict.reason())
                .isEqualTo("there is no champion: the gates with min and max alone decided, and all passed");
        assertThat(verdict.gates().get(1).outcome()).isEqualTo(Outcome.NOT_COMPARED);
        assertThat(assess(candidate(Map.of("rmse", 70.0)), null, RMSE_AT_MOST_65, RMSE_OF_CHAMPION)
                        .decision())
                .isEqualTo(Decision.WORSE);
    }

    @Test
    void without_a_champion_and_without_an_absolute_gate_nothing_passes() {
        Verdict verdict = assess(candidate(Map.of("rmse", 1.0)), null, RMSE_OF_CHAMPION);

        assertThat(verdict.decision()).isEqualTo(Decision.BLOCKED);
        assertThat(verdict.reason()).isEqualTo("there is no champion, and no gate with min or max decides without one");
    }

    @Test
    void absolute_gates_beside_a_champion_that_nothing_compares_with_give_equal() {
        Verdict verdict = assess(candidate(Map.of("rmse", 1.0)), champion(Map.of("rmse", 2.0)), RMSE_AT_MOST_65);

        assertThat(verdict.decision()).isEqualTo(Decision.EQUAL);
        assertThat(verdict.reason()).isEqualTo("all gates passed, and none of them compares with the champion");
    }

    @Test
    void a_champion_measured_on_another_version_of_the_test_data_blocks() {
        Evaluation champion = new Evaluation("diabetes:1", "d1", "diabetes-test:7", Map.of("rmse", 55.0));

        Verdict verdict = assess(candidate(Map.of("rmse", 1.0)), champion, RMSE_OF_CHAMPION, RMSE_AT_MOST_65);

        assertThat(verdict.decision()).isEqualTo(Decision.BLOCKED);
        assertThat(verdict.reason())
                .isEqualTo("the champion 'diabetes:1' was measured on 'diabetes-test:7',"
                        + " the candidate on 'diabetes-test:1'");
    }

    @Test
    void test_data_that_is_known_of_one_side_only_blocks() {
        Evaluation champion = new Evaluation("diabetes:1", "d1", null, Map.of("rmse", 55.0));

        Verdict verdict = assess(candidate(Map.of("rmse", 1.0)), champion, RMSE_OF_CHAMPION);

        assertThat(verdict.decision()).isEqualTo(Decision.BLOCKED);
        assertThat(verdict.reason()).contains("was measured on unknown test data");
    }

    @Test
    void another_version_of_the_test_data_does_not_matter_to_absolute_gates() {
        Evaluation champion = new Evaluation("diabetes:1", "d1", "diabetes-test:7", Map.of());

        assertThat(assess(candidate(Map.of("rmse", 1.0)), champion, RMSE_AT_MOST_65)
                        .decision())
                .isEqualTo(Decision.EQUAL);
    }

    @Test
    void the_champion_itself_is_equal_by_digest_whatever_its_name_and_test_data() {
        Evaluation twin = new Evaluation("copy:9", "d2", "other:1", Map.of("rmse", 99.0));

        Verdict verdict = assess(candidate(Map.of("rmse", 55.0)), twin, RMSE_OF_CHAMPION, RMSE_AT_MOST_65);

        assertThat(verdict.decision()).isEqualTo(Decision.EQUAL);
        assertThat(verdict.reason()).isEqualTo("the candidate is the champion itself");
    }

    @Test
    void the_champion_itself_is_equal_by_version_when_a_digest_is_unknown() {
        Evaluation same = new Evaluation("diabetes:2", null, null, Map.of());

        assertThat(assess(candidate(Map.of("rmse", 55.0)), same, RMSE_OF_CHAMPION)
                        .decision())
                .isEqualTo(Decision.EQUAL);
    }

    @Test
    void one_version_name_with_two_digests_is_two_models() {
        Evaluation other = new Evaluation("diabetes:2", "d1", "diabetes-test:1", Map.of("rmse", 10.0));

        assertThat(assess(candidate(Map.of("rmse", 55.0)), other, RMSE_OF_CHAMPION)
                        .decision())
                .isEqualTo(Decision.WORSE);
    }

    @Test
    void the_champion_itself_still_has_to_keep_the_limits() {
        Evaluation same = candidate(Map.of("rmse", 70.0));

        assertThat(assess(same, same, RMSE_OF_CHAMPION, RMSE_AT_MOST_65).decision())
                .isEqualTo(Decision.WORSE);
        assertThat(assess(candidate(Map.of()), same, RMSE_OF_CHAMPION).decision())
                .isEqualTo(Decision.BLOCKED);
    }

    @Test
    void better_and_equal_pass_worse_and_blocked_do_not() {
        assertThat(Decision.values()).filteredOn(Decision::passes).containsExactly(Decision.BETTER, Decision.EQUAL);
    }

    @Test
    void extreme_figures_are_compared_exactly() {
        Gate gate = new Gate.Champion("r2", Direction.HIGHER, new BigDecimal("1e-300"));

        assertThat(assess(candidate(Map.of("r2", Double.MAX_VALUE)), champion(Map.of("r2", -Double.MAX_VALUE)), gate)
                        .decision())
                .isEqualTo(Decision.BETTER);
        assertThat(assess(candidate(Map.of("r2", Double.MIN_VALUE)), champion(Map.of("r2", -0.0)), gate)
                        .decision())
                .isEqualTo(Decision.EQUAL);
    }

    @Test
    void no_gate_at_all_is_refused() {
        assertThatThrownBy(() -> new Gates(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_verdict_as_json_holds_every_figure() {
        Verdict verdict = assess(
                candidate(Map.of("rmse", 60.5)), champion(Map.of("rmse", 55.0)), RMSE_OF_CHAMPION, RMSE_AT_MOST_65);

        assertThat(Json.write(verdict.toJson()))
                .isEqualTo("{\"verdict\":\"worse\","
                        + "\"reason\":\"rmse 60.5 is worse than the champion's 55.0 by 5.5, tolerance 1.0\","
                        + "\"candidate\":\"diabetes:2\",\"champion\":\"diabetes:1\",\"testData\":\"diabetes-test:1\","
                        + "\"gates\":[{\"metric\":\"rmse\",\"rule\":\"not higher than the champion's, tolerance 1.0\","
                        + "\"candidate\":60.5,\"reference\":55.0,\"difference\":5.5,\"outcome\":\"worse\","
                        + "\"reason\":\"rmse 60.5 is worse than the champion's 55.0 by 5.5, tolerance 1.0\"},"
                        + "{\"metric\":\"rmse\",\"rule\":\"at most 65\",\"candidate\":60.5,\"reference\":65,"
                        + "\"difference\":-4.5,\"outcome\":\"passed\",\"reason\":\"rmse 60.5 is at most 65\"}]}");
    }

    @Test
    void metrics_are_kept_in_the_order_of_their_names_so_that_equal_states_are_written_equally() {
        assertThat(candidate(Map.of("rmse", 1.0, "mae", 2.0, "r2", 3.0, "auc", 4.0))
                        .metrics())
                .containsExactly(
                        Map.entry("auc", 4.0), Map.entry("mae", 2.0), Map.entry("r2", 3.0), Map.entry("rmse", 1.0));
    }

    private static Verdict assess(Evaluation candidate, Evaluation champion, Gate... gates) {
        return new Gates(List.of(gates)).assess(new Comparison(candidate, champion));
    }

    private static Evaluation candidate(Map<String, Double> metrics) {
        return new Evaluation("diabetes:2", "d2", "diabetes-test:1", metrics);
    }

    private static Evaluation champion(Map<String, Double> metrics) {
        return new Evaluation("diabetes:1", "d1", "diabetes-test:1", metrics);
    }
}
