package io.jenkins.plugins.azml.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.report.Suite;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentTest {

    @Test
    void an_answer_that_meets_every_expectation_passes() {
        Expectation expectation = new Expectation(
                200, List.of(equal("$[0]", 72L, "25"), range("$[1]", "25", "350")), "71.8", Duration.ofMillis(500));

        assertThat(assess(expectation, 200, "[71.8, 295.7]").passed()).isTrue();
    }

    @Test
    void another_status_is_a_failure_that_shows_how_the_body_begins() {
        Assessment assessment = assess(new Expectation(200, List.of(), null, null), 500, "no\nluck\u001b[2J");

        assertThat(assessment.failures())
                .containsExactly("the status is 500, expected 200; the body begins: no luck\\u001b[2J");
    }

    @Test
    void an_expected_error_status_passes() {
        assertThat(assess(new Expectation(400, List.of(), "missing inputs", null), 400, "missing inputs: bmi")
                        .passed())
                .isTrue();
    }

    @Test
    void every_expectation_that_is_not_met_is_named() {
        Expectation expectation = new Expectation(
                200,
                List.of(equal("$[0]", 72L, "25"), equal("$.a", 1L, "0"), range("$[1]", null, "10")),
                "nowhere",
                Duration.ofMillis(10));

        assertThat(assess(expectation, 200, "[97.1, 11]").failures())
                .containsExactly(
                        "$[0] is 97.1, expected 72 with a tolerance of 25",
                        "$.a is not in the body",
                        "$[1] is 11, expected a number to 10",
                        "the body does not contain 'nowhere'; the body begins: [97.1, 11]",
                        "the answer took 100 ms, at most 10 ms are allowed");
    }

    @ParameterizedTest
    @CsvSource({"72.0,true", "97,true", "47,true", "97.00000000000001,false", "46.9,false", "7e1,true"})
    void a_tolerance_includes_its_ends(String number, boolean passes) {
        Expectation expectation = new Expectation(200, List.of(equal("$", 72L, "25")), null, null);

        assertThat(assess(expectation, 200, number).passed()).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "null", "\"72\"", "[72]", "{}", "true"})
    void what_is_not_a_finite_number_never_equals_one(String body) {
        Expectation equal = new Expectation(200, List.of(equal("$", 72L, "1000000")), null, null);
        Expectation range = new Expectation(200, List.of(range("$", null, "1000000")), null, null);

        assertThat(assess(equal, 200, body).passed()).isFalse();
        assertThat(assess(range, 200, body).passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[1", "[1] [2]"})
    void a_body_that_is_not_json_is_a_failure_when_values_are_expected(String body) {
        Expectation expectation = new Expectation(200, List.of(equal("$[0]", 1L, "0")), null, null);

        assertThat(assess(expectation, 200, body).failures())
                .singleElement()
                .asString()
                .startsWith("the body is not JSON");
    }

    @Test
    void a_body_that_is_not_json_does_not_matter_when_no_value_is_expected() {
        assertThat(assess(new Expectation(200, List.of(), null, null), 200, "<html>")
                        .passed())
                .isTrue();
    }

    @Test
    void lists_and_objects_are_equal_member_by_member_within_the_tolerance() {
        Object expected = Json.read("{\"a\":[1,2.5],\"b\":null,\"c\":\"x\"}");

        assertThat(passes(expected, "0.1", "{\"c\":\"x\",\"b\":null,\"a\":[1.1,2.4]}"))
                .isTrue();
        assertThat(passes(expected, "0.1", "{\"c\":\"x\",\"b\":null,\"a\":[1.2,2.4]}"))
                .isFalse();
        assertThat(passes(expected, "9", "{\"c\":\"y\",\"b\":null,\"a\":[1,2.5]}"))
                .isFalse();
        assertThat(passes(expected, "9", "{\"c\":\"x\",\"a\":[1,2.5]}")).isFalse();
        assertThat(passes(expected, "9", "{\"c\":\"x\",\"b\":null,\"a\":[1,2.5,3]}"))
                .isFalse();
        assertThat(passes(expected, "9", "{\"c\":\"x\",\"b\":null,\"a\":[1,2.5],\"d\":1}"))
                .isFalse();
    }

    @Test
    void a_null_that_is_there_is_not_a_missing_value() {
        assertThat(assess(new Expectation(200, List.of(equal("$.a", null, "0")), null, null), 200, "{\"a\":null}")
                        .passed())
                .isTrue();
        assertThat(assess(new Expectation(200, List.of(equal("$.a", null, "0")), null, null), 200, "{}")
                        .failures())
                .containsExactly("$.a is not in the body");
    }

    @Test
    void a_long_value_is_cut_in_its_message() {
        Expectation expectation = new Expectation(200, List.of(equal("$", 1L, "0")), null, null);

        assertThat(assess(expectation, 200, Json.write("x".repeat(100_000))).failures())
                .singleElement()
                .asString()
                .hasSizeLessThan(300);
    }

    @Test
    void results_become_a_suite_of_a_report() {
        EndpointTest test = new EndpointTest(
                "lean",
                new EndpointTest.Request("POST", null, "[]"),
                null,
                new Expectation(200, List.of(), null, null));

        Suite suite = TestResult.suite(
                "tests",
                List.of(
                        new TestResult(test, new Assessment(List.of()), Duration.ofMillis(3)),
                        new TestResult(test, Assessment.unanswered("no answer within 60 s"), Duration.ZERO)));

        assertThat(suite.cases())
                .containsExactly(
                        new Suite.Case("lean", Suite.Status.PASSED, List.of(), Duration.ofMillis(3)),
                        new Suite.Case("lean", Suite.Status.FAILED, List.of("no answer within 60 s"), Duration.ZERO));
    }

    private static boolean passes(Object expected, String tolerance, String body) {
        return assess(new Expectation(200, List.of(equal("$", expected, tolerance)), null, null), 200, body)
                .passed();
    }

    private static Assessment assess(Expectation expectation, int status, String body) {
        return Assessment.assess(expectation, new Answer(status, body, Duration.ofMillis(100)));
    }

    private static ValueCheck equal(String path, Object expected, String tolerance) {
        return new ValueCheck.Equal(JsonPath.parse(path).orElseThrow(), expected, new BigDecimal(tolerance));
    }

    private static ValueCheck range(String path, String least, String most) {
        return new ValueCheck.Range(
                JsonPath.parse(path).orElseThrow(),
                least == null ? null : new BigDecimal(least),
                most == null ? null : new BigDecimal(most));
    }
}
