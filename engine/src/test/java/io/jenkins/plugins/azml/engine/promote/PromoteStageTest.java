package io.jenkins.plugins.azml.engine.promote;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.fake.FakeAzure;
import io.jenkins.plugins.azml.engine.fake.Trial;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromoteStageTest {
    private final Production production = new Production();
    private final FakeAzure azure = production.azure;

    private Trial<PromoteState, Promoted> trial() {
        return production.promotion(null);
    }

    @Test
    void a_model_is_copied_deployed_tested_and_given_all_traffic() {
        Promoted promoted = trial().run();

        assertThat(promoted.from()).isEqualTo("dev/diabetes:3");
        assertThat(promoted.to()).isEqualTo("prod/diabetes:3");
        assertThat(promoted.previous()).isEqualTo("champion");
        assertThat(promoted.digest()).isEqualTo(production.digest);
        assertThat(promoted.metrics()).isEqualTo(Map.of("rmse", "55.1"));
        assertThat(promoted.data()).isEqualTo(Map.of("training_data", "diabetes:2"));
        assertThat(azure.traffic(Production.ENDPOINT)).isEqualTo(Map.of(production.deployment(), 100L));
        assertThat(azure.tags(Production.ENDPOINT))
                .containsEntry(Tags.LIVE, production.deployment())
                .containsEntry(Tags.PREVIOUS, "champion");
        assertThat(azure.tags("prod/models/diabetes/versions/3"))
                .containsEntry(Tags.FROM, "dev/diabetes:3")
                .containsEntry(Tags.VERDICT, "better")
                .containsEntry(Tags.PROMOTED_BY, "build-7-promote")
                .containsEntry(Tags.PREVIOUS, "champion");
        assertThat(azure.resources.get("prod/models/diabetes/versions/3").toString())
                .contains("workspaces/prod/datastores/workspaceblobstore/paths/azml/models/diabetes/"
                        + production.digest);
        assertThat(azure.resources).containsKey("prod/environments/sklearn/versions/1");
        assertThat(azure.scoring.reached).containsExactly(production.deployment(), "live:" + production.deployment());
    }

    @Test
    void the_traffic_is_written_once_and_whole() {
        trial().run();

        assertThat(azure.trafficHistory.get(Production.ENDPOINT))
                .containsExactly(Map.of(production.deployment(), 100L));
        assertThat(azure.resources.get(Production.ENDPOINT).toString()).contains("authMode=Key", "team=blue");
    }

    @Test
    void a_model_without_a_passing_verdict_is_stopped() {
        production.tagSource(Tags.VERDICT, "worse");

        trial().failsWith(ProblemCode.GATE_STOPPED, "dev/diabetes:3", "'worse'");
        assertThat(azure.writes).isEmpty();
    }

    @Test
    void a_reason_overrides_the_verdict_and_is_recorded() {
        production.tagSource(Tags.VERDICT, "worse");

        Promoted promoted =
                production.promotion("the old model cannot read the new data").run();

        assertThat(promoted.override()).isEqualTo("the old model cannot read the new data");
        assertThat(promoted.verdict()).isEqualTo("worse");
    }

    @Test
    void the_same_version_with_the_same_content_is_not_copied_again() {
        trial().run();
        azure.writes.clear();

        production.promotionOf("build-8-promote").run();

        assertThat(azure.writes).noneMatch(write -> write.startsWith("COPY"));
        assertThat(azure.writes).containsOnlyOnce("PUT prod/models/diabetes/versions/3");
    }

    @Test
    void the_same_version_with_other_content_is_a_conflict() {
        azure.resources.put(
                "prod/models/diabetes/versions/3",
                Map.of("id", "x", "properties", Map.of("tags", Map.of(Tags.DIGEST, "f".repeat(64)))));

        trial().failsWith(ProblemCode.CONFLICT, "prod/diabetes:3", "other content", "ffffffffffff");
        assertThat(azure.writes).isEmpty();
    }

    @Test
    void a_copy_with_another_byte_is_not_registered() {
        azure.blobs.corrupts = "model.pkl";

        trial().failsWith(ProblemCode.DIGEST_MISMATCH, "dev/diabetes:3");
        assertThat(azure.resources).doesNotContainKey("prod/models/diabetes/versions/3");
    }

    @Test
    void a_copy_that_fails_is_started_again() {
        azure.blobs.failingCopies = 2;

        assertThat(trial().run().digest()).isEqualTo(production.digest);
    }

    @Test
    void a_copy_that_fails_again_and_again_ends_the_stage() {
        azure.blobs.failingCopies = Integer.MAX_VALUE;

        trial().failsWith(ProblemCode.SERVICE_ERROR, "'MLmodel'", "500 InternalServerError");
    }

    @Test
    void an_environment_of_other_content_is_a_conflict() {
        azure.resources.put(
                "prod/environments/sklearn/versions/1", Map.of("id", "x", "properties", Map.of("image", "another")));

        trial().failsWith(ProblemCode.CONFLICT, "environment 'sklearn:1'", "other content");
    }

    @Test
    void a_test_that_fails_removes_the_deployment_before_it_has_traffic() {
        azure.scoring.answers.put(production.deployment(), "[9.9]");

        trial().failsWith(ProblemCode.TEST_FAILED, "1 of 1 tests");
        production.assertAsBefore();
        assertThat(azure.trafficHistory).isEmpty();
    }

    @Test
    void a_deployment_that_fails_is_removed() {
        azure.endOfAll = "Failed";
        azure.log = "ValueError: no such file";

        trial().failsWith(ProblemCode.DEPLOYMENT_FAILED, "ValueError: no such file");
        production.assertAsBefore();
    }

    @Test
    void an_answer_that_is_wrong_after_the_switch_moves_the_traffic_back() {
        azure.scoring.onRequest = named -> {
            if (named.startsWith("live:")) {
                azure.scoring.answers.put(production.deployment(), "[0.0]");
            }
        };

        trial().failsWith(ProblemCode.TEST_FAILED, "'one'", "the traffic is as it was before");
        production.assertAsBefore();
        assertThat(azure.trafficHistory.get(Production.ENDPOINT))
                .containsExactly(Map.of(production.deployment(), 100L), Map.of("champion", 100L));
    }

    @Test
    void traffic_that_somebody_else_moved_is_left_alone() {
        azure.deployment(Production.ENDPOINT + "/deployments/other", Map.of());
        azure.scoring.onRequest = named -> production.setTraffic(Map.of("champion", 50L, "other", 50L));
        var trial = trial().betweenTurns(state -> {
            if (state.contains("\"Switching\"")) {
                production.setTraffic(Map.of("other", 100L));
            }
        });

        trial.failsWith(ProblemCode.CONFLICT, "moved by somebody else");
        assertThat(azure.traffic(Production.ENDPOINT)).isEqualTo(Map.of("other", 100L));
        assertThat(azure.trafficHistory).isEmpty();
        assertThat(azure.resources).doesNotContainKey(production.path());
    }

    @Test
    void a_split_between_two_is_restored_as_it_was() {
        azure.deployment(Production.ENDPOINT + "/deployments/other", Map.of());
        production.setTraffic(Map.of("champion", 70L, "other", 30L));
        azure.scoring.onRequest = named -> {
            if (named.startsWith("live:")) {
                azure.scoring.answers.put(production.deployment(), "[0.0]");
            }
        };

        trial().failsWith(ProblemCode.TEST_FAILED, "the traffic is as it was before");
        assertThat(azure.traffic(Production.ENDPOINT)).isEqualTo(Map.of("champion", 70L, "other", 30L));
    }

    @Test
    void an_old_deployment_of_ours_is_removed_and_no_younger_or_foreign_one() {
        production.deployment("oldest", "2025-01-01T00:00:00Z", Map.of(Tags.RUN, "build-1"));
        production.deployment("in-test", "2025-12-31T00:00:00Z", Map.of(Tags.RUN, "build-6"));
        production.deployment("foreign", "2025-01-01T00:00:00Z", Map.of());
        production.deployment("champion", "2025-06-01T00:00:00Z", Map.of(Tags.RUN, "build-5"));

        trial().run();

        assertThat(azure.resources.keySet())
                .contains(
                        Production.ENDPOINT + "/deployments/champion",
                        Production.ENDPOINT + "/deployments/in-test",
                        Production.ENDPOINT + "/deployments/foreign")
                .doesNotContain(Production.ENDPOINT + "/deployments/oldest");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void stale_reads_change_nothing(int k) {
        azure.staleReads = k;

        assertThat(trial().run().previous()).isEqualTo("champion");
        assertThat(azure.trafficHistory.get(Production.ENDPOINT)).containsOnly(Map.of(production.deployment(), 100L));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void a_busy_endpoint_is_waited_for(int writes) {
        azure.busyWrites = writes;

        assertThat(trial().run().previous()).isEqualTo("champion");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void whatever_turn_the_host_dies_in_the_end_is_the_same(int stale) {
        for (boolean failing : List.of(false, true)) {
            var clean = Production.outcome(failing, stale, t -> {}, -1, -1);
            int saves = Production.savesOfACleanRun(failing);
            assertThat(saves).isGreaterThan(15);
            for (int save = 0; save < saves; save++) {
                int at = save;
                assertThat(Production.outcome(failing, stale, trial -> trial.dyingAtSave(at), -1, -1))
                        .as("failing %s, dying at save %s", failing, at)
                        .isEqualTo(clean);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void whatever_answer_is_lost_the_end_is_the_same(int stale) {
        for (boolean failing : List.of(false, true)) {
            var clean = Production.outcome(failing, stale, t -> {}, -1, -1);
            for (int write = 0; write < 12; write++) {
                assertThat(Production.outcome(failing, stale, t -> {}, write, -1))
                        .as("failing %s, answer %s lost", failing, write)
                        .isEqualTo(clean);
                assertThat(Production.outcome(failing, stale, t -> {}, -1, write))
                        .as("failing %s, write %s lost", failing, write)
                        .isEqualTo(clean);
            }
        }
    }

    @Test
    void cancelled_at_any_turn_the_traffic_is_as_before_or_all_is_done() {
        int turns = Production.turnsOfACleanRun();
        int cancelled = 0;
        for (int turn = 0; turn < turns; turn++) {
            Production fresh = new Production();
            var trial = fresh.promotion(null).cancelledAtTurn(turn);
            if (trial.endsAsCancelled()) {
                cancelled++;
                fresh.assertAsBefore();
            } else {
                assertThat(fresh.azure.traffic(Production.ENDPOINT)).isEqualTo(Map.of(fresh.deployment(), 100L));
            }
        }
        assertThat(cancelled).isGreaterThan(turns / 2).isLessThan(turns);
    }

    @Test
    void no_secret_is_told_or_saved() {
        var trial = trial();
        trial.run();

        assertThat(trial.told().toString() + trial.everything()).doesNotContain("canary");
    }
}
