package io.jenkins.plugins.azml.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.fake.FakeAzure;
import io.jenkins.plugins.azml.engine.fake.Trial;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestingStageTest {
    private static final RunId RUN = new RunId("build-7-test");
    private static final String ENDPOINT = "prod/onlineEndpoints/diabetes";
    private static final Hosts SCORING = new Hosts(Set.of(), Set.of(".inference.ml.azure.com"));

    private FakeAzure azure;

    @BeforeEach
    void givenAChampionAndAChallenger() {
        azure = new FakeAzure();
        azure.endpoint(ENDPOINT, Map.of("champion", 100L));
        azure.deployment(ENDPOINT + "/deployments/champion", Map.of());
        azure.deployment(ENDPOINT + "/deployments/challenger", Map.of());
    }

    private static EndpointTest aTest(String name, String expected) {
        return new EndpointTest(
                name,
                new EndpointTest.Request("POST", null, "{\"input_data\":[1]}"),
                null,
                new Expectation(200, List.of(), expected, null));
    }

    private static TestingPlan plan(EndpointTest... tests) {
        return new TestingPlan(
                "diabetes",
                "challenger",
                List.of(tests),
                new TestingLimits(Duration.ofMinutes(2), 3, Duration.ofSeconds(5)));
    }

    private Trial<TestingState, Tested> trial(TestingPlan plan) {
        return trial(plan, SCORING);
    }

    private Trial<TestingState, Tested> trial(TestingPlan plan, Hosts hosts) {
        return new Trial<>(
                new TestingStage(azure.workspace("prod"), hosts, plan), TestingStage.CODEC, RUN, TestingStage.first());
    }

    @Test
    void every_test_goes_to_the_named_deployment_and_nothing_is_written() {
        var tested = trial(plan(aTest("one", "1.0"), aTest("two", "1."))).run();

        assertThat(tested.results())
                .allSatisfy(result -> assertThat(result.assessment().passed()).isTrue());
        assertThat(azure.scoring.reached).containsExactly("challenger", "challenger");
        assertThat(azure.writes).isEmpty();
    }

    @Test
    void a_test_that_fails_ends_the_stage_when_all_were_tried() {
        azure.scoring.answers.put("challenger", "[2.5]");
        var plan = plan(aTest("wants one", "1.0"), aTest("wants two", "2.5"), aTest("wants three", "3.0"));
        var trial = trial(plan);

        trial.failsWith(ProblemCode.TEST_FAILED, "2 of 3 tests", "'wants one'", "1.0", "[2.5]");
        assertThat(TestingStage.results(trial.state(), plan))
                .extracting(result -> result.assessment().passed())
                .containsExactly(false, true, false);
        assertThat(String.join("\n", trial.told())).contains("test 'wants two' passed", "test 'wants three' failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {424, 429, 502, 503, 0})
    void a_cold_deployment_is_asked_again(int status) {
        azure.scoring.first.addAll(Collections.nCopies(10, status));

        assertThat(trial(plan(aTest("one", "1.0"))).run().results()).hasSize(1);
        assertThat(azure.scoring.reached).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 0})
    void a_deployment_that_stays_cold_fails_its_test(int status) {
        azure.scoring.first.addAll(Collections.nCopies(1_000, status));

        trial(plan(aTest("one", "1.0"))).failsWith(ProblemCode.TEST_FAILED, "1 of 1 tests", "'one'");
        assertThat(azure.scoring.reached).hasSizeBetween(20, 30);
    }

    @Test
    void an_error_of_the_model_is_no_cold_start() {
        azure.scoring.first.add(500);

        trial(plan(aTest("one", "1.0"))).failsWith(ProblemCode.TEST_FAILED, "the status is 500, expected 200");
        assertThat(azure.scoring.reached).hasSize(1);
    }

    @Test
    void an_answer_that_is_too_long_to_be_read_whole_is_no_pass() {
        azure.scoring.answers.put("challenger", "[1.0]" + " ".repeat(1 << 20));

        trial(plan(aTest("one", "1.0"))).failsWith(ProblemCode.TEST_FAILED, "larger than 1 MiB");
    }

    @Test
    void the_key_goes_to_no_host_that_is_not_listed() {
        trial(plan(aTest("one", "1.0")), new Hosts(Set.of("elsewhere.test"), Set.of()))
                .failsWith(ProblemCode.HOST_NOT_LISTED, "diabetes.westeurope.inference.ml.azure.com", "gets no key");
        assertThat(azure.scoring.reached).isEmpty();
    }

    @Test
    void a_missing_deployment_is_named() {
        azure.resources.remove(ENDPOINT + "/deployments/challenger");

        trial(plan(aTest("one", "1.0"))).failsWith(ProblemCode.NOT_FOUND, "deployment 'challenger'");
    }

    @Test
    void a_host_that_dies_before_any_save_ends_the_same() {
        azure.scoring.answers.put("challenger", "[2.5]");
        var plan = plan(aTest("wants one", "1.0"), aTest("wants two", "2.5"));
        String clean = trial(plan).fails().getMessage();

        for (int save = 0; save <= 4; save++) {
            assertThat(trial(plan).dyingAtSave(save).fails()).hasMessage(clean);
        }
    }

    @Test
    void cancelled_at_any_turn_it_ends_as_cancelled() {
        for (int turn = 0; turn < 3; turn++) {
            trial(plan(aTest("one", "1.0"), aTest("two", "1.0")))
                    .cancelledAtTurn(turn)
                    .failsWith(ProblemCode.CANCELLED, "were cancelled");
        }
    }

    @Test
    void sixty_failing_tests_fit_into_the_state() {
        azure.scoring.answers.put("challenger", "x".repeat(5_000));
        EndpointTest[] tests =
                IntStream.range(0, 60).mapToObj(i -> aTest("test " + i, "1.0")).toArray(EndpointTest[]::new);

        trial(plan(tests)).failsWith(ProblemCode.TEST_FAILED, "60 of 60 tests");
    }

    @Test
    void no_secret_is_told_or_saved() {
        var trial = trial(plan(aTest("one", "1.0")));
        trial.run();

        assertThat(trial.told().toString() + trial.state()).doesNotContain("canary");
    }
}
