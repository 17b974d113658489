package io.jenkins.plugins.azml.engine.promote;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.fake.FakeAzure;
import io.jenkins.plugins.azml.engine.fake.Trial;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackStageTest {
    private static final String ENDPOINT = Production.ENDPOINT;

    private final FakeAzure azure = givenAPromotion();

    private static FakeAzure givenAPromotion() {
        FakeAzure azure = new FakeAzure();
        azure.endpoint(ENDPOINT, Map.of("blue", 0L, "green", 100L))
                .put("tags", Map.of(Tags.LIVE, "green", Tags.PREVIOUS, "blue", "team", "red"));
        azure.deployment(ENDPOINT + "/deployments/blue", Map.of(Tags.MODEL, "diabetes:2"));
        azure.deployment(ENDPOINT + "/deployments/green", Map.of(Tags.MODEL, "diabetes:3"));
        return azure;
    }

    private Trial<RollbackState, RolledBack> trial() {
        return trial(azure, "build-9-rollback");
    }

    private static Trial<RollbackState, RolledBack> trial(FakeAzure azure, String run) {
        var plan = new RollbackPlan(new RunId(run), "diabetes", Production.LIMITS);
        return new Trial<>(
                new RollbackStage(azure.workspace("prod"), plan),
                RollbackStage.CODEC,
                new RunId(run),
                RollbackStage.first());
    }

    @Test
    void the_traffic_returns_in_one_write_and_the_tags_change_places() {
        assertThat(trial().run()).isEqualTo(new RolledBack("diabetes", "blue", "green", "diabetes:2"));

        assertThat(azure.traffic(ENDPOINT)).isEqualTo(Map.of("blue", 100L));
        assertThat(azure.tags(ENDPOINT))
                .isEqualTo(Map.of(
                        Tags.LIVE,
                        "blue",
                        Tags.PREVIOUS,
                        "green",
                        "team",
                        "red",
                        Tags.SWITCHED_BY,
                        "build-9-rollback"));
        assertThat(azure.writes).containsExactly("PUT " + ENDPOINT);
    }

    @Test
    void a_rollback_can_be_rolled_back() {
        trial().run();

        assertThat(trial(azure, "build-10-rollback").run().deployment()).isEqualTo("green");
        assertThat(azure.traffic(ENDPOINT)).isEqualTo(Map.of("green", 100L));
    }

    @Test
    void a_run_whose_state_was_restored_from_its_beginning_does_not_roll_forward_again() {
        trial().run();

        assertThat(trial().run()).isEqualTo(new RolledBack("diabetes", "blue", "green", "diabetes:2"));
        assertThat(azure.writes).containsExactly("PUT " + ENDPOINT);
    }

    @Test
    void an_endpoint_without_a_previous_deployment_is_refused() {
        azure.resources.get(ENDPOINT).put("tags", Map.of());

        trial().failsWith(ProblemCode.NOT_FOUND, "no promotion has left a deployment");
    }

    @Test
    void a_previous_deployment_that_is_gone_or_not_ready_is_refused() {
        azure.resources.get(ENDPOINT + "/deployments/blue").put("properties", Map.of("provisioningState", "Failed"));
        trial().failsWith(ProblemCode.REFUSED, "'blue'", "state Failed");

        azure.resources.remove(ENDPOINT + "/deployments/blue");
        trial().failsWith(ProblemCode.NOT_FOUND, "'blue'", "does not exist any more");
        assertThat(azure.writes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void crashes_lost_answers_and_stale_reads_end_the_same(int stale) {
        var clean = outcome(0, -1, -1, -1);
        for (int at = 0; at < 4; at++) {
            assertThat(outcome(stale, at, -1, -1)).as("dying at save " + at).isEqualTo(clean);
        }
        assertThat(outcome(stale, -1, 0, -1)).as("answer lost").isEqualTo(clean);
        assertThat(outcome(stale, -1, -1, 0)).as("write lost").isEqualTo(clean);
    }

    private static Map<String, Object> outcome(int stale, int die, int loseAnswer, int loseWrite) {
        FakeAzure azure = givenAPromotion();
        azure.staleReads = stale;
        azure.loseAnswerOfWrite = loseAnswer;
        azure.loseWrite = loseWrite;
        var result = trial(azure, "build-9-rollback").dyingAtSave(die).run();
        return new TreeMap<>(Map.of(
                "result", result.toString(),
                "traffic", azure.traffic(ENDPOINT).toString(),
                "tags", new TreeMap<>(azure.tags(ENDPOINT)).toString()));
    }

    @Test
    void a_busy_endpoint_is_waited_for_but_not_for_ever() {
        azure.busyWrites = 3;
        trial().run();

        FakeAzure busy = givenAPromotion();
        busy.busyWrites = Integer.MAX_VALUE;
        trial(busy, "build-9-rollback").failsWith(ProblemCode.TIMED_OUT, "stayed busy for 10 min");
    }

    @Test
    void cancelled_it_has_not_begun_or_is_seen_through() {
        trial().cancelledAtTurn(0).failsWith(ProblemCode.CANCELLED, "was cancelled");
        assertThat(azure.writes).isEmpty();

        assertThat(trial().cancelledAtTurn(1).run().deployment()).isEqualTo("blue");
    }
}
