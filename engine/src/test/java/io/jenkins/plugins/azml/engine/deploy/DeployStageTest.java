package io.jenkins.plugins.azml.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.fake.FakeAzure;
import io.jenkins.plugins.azml.engine.fake.Trial;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeployStageTest {
    private static final RunId RUN = new RunId("build-7-deploy");
    private static final AssetVersion MODEL = AssetVersion.of("diabetes:3");
    private static final String ENDPOINT = "prod/onlineEndpoints/diabetes";
    private static final DeployLimits LIMITS = new DeployLimits(
            Duration.ofMinutes(20), Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofSeconds(5));
    private static final Deployed DONE = new Deployed("diabetes", plan().deployment(), "diabetes:3");

    private FakeAzure azure;

    @BeforeEach
    void givenAnEndpointThatServes() {
        azure = givenAzure();
    }

    private static FakeAzure givenAzure() {
        FakeAzure azure = new FakeAzure();
        azure.endpoint(ENDPOINT, Map.of("champion", 100L));
        azure.deployment(ENDPOINT + "/deployments/champion", Map.of());
        return azure;
    }

    private static DeploymentPlan plan() {
        return plan(null);
    }

    private static DeploymentPlan plan(Map<String, ?> endpointBody) {
        Map<String, ?> body = Map.of(
                "sku", Map.of("name", "Default", "capacity", 1),
                "tags", Map.of("team", "blue"),
                "properties", Map.of("endpointComputeType", "Managed", "instanceType", "Standard_DS3_v2"));
        return new DeploymentPlan(
                RUN,
                "diabetes",
                MODEL,
                "c0ffee",
                references -> List.of(Write.put("deployments/x", new LinkedHashMap<>(body))),
                endpointBody == null
                        ? null
                        : references -> List.of(Write.put("onlineEndpoints/x", new LinkedHashMap<>(endpointBody))),
                LIMITS);
    }

    private Trial<DeployState, Deployed> trial() {
        return trial(azure, plan());
    }

    private static Trial<DeployState, Deployed> trial(FakeAzure azure, DeploymentPlan plan) {
        return new Trial<>(new DeployStage(azure.workspace("prod"), plan), DeployStage.CODEC, RUN, DeployStage.first());
    }

    private String path() {
        return ENDPOINT + "/deployments/" + plan().deployment();
    }

    @Test
    void a_deployment_is_put_beside_the_one_that_serves() {
        assertThat(trial().run()).isEqualTo(DONE);

        assertThat(azure.writes).containsExactly("PUT " + path());
        assertThat(azure.traffic(ENDPOINT)).isEqualTo(Map.of("champion", 100L));
        assertThat(azure.tags(path()))
                .isEqualTo(Map.of(
                        "team", "blue", Tags.RUN, "build-7-deploy", Tags.MODEL, "diabetes:3", Tags.COMMIT, "c0ffee"));
        assertThat(azure.resources.get(path()).get("properties")).asString().contains("/models/diabetes/versions/3");
    }

    @Test
    void a_missing_endpoint_is_named() {
        azure.resources.remove(ENDPOINT);

        trial().failsWith(ProblemCode.NOT_FOUND, "endpoint 'diabetes'", "workspace 'prod'");
        assertThat(azure.writes).isEmpty();
    }

    @Test
    void a_missing_endpoint_is_created_from_its_description() {
        azure.resources.remove(ENDPOINT);
        var described = Map.of("properties", Map.of("authMode", "Key"));

        assertThat(trial(azure, plan(described)).run()).isEqualTo(DONE);
        assertThat(azure.writes).containsExactly("PUT " + ENDPOINT, "PUT " + path());
    }

    @Test
    void an_endpoint_that_is_there_is_not_written() {
        trial(azure, plan(Map.of("properties", Map.of("authMode", "Key")))).run();

        assertThat(azure.writes).containsExactly("PUT " + path());
    }

    @Test
    void a_busy_endpoint_is_waited_for() {
        azure.busyWrites = 7;

        assertThat(trial().run()).isEqualTo(DONE);
    }

    @Test
    void an_endpoint_that_stays_busy_ends_the_stage() {
        azure.busyWrites = Integer.MAX_VALUE;

        trial().failsWith(ProblemCode.TIMED_OUT, "stayed busy for 10 min", "another operation");
        assertThat(azure.writes).isEmpty();
    }

    @Test
    void a_deployment_that_fails_shows_its_log_and_is_removed() {
        azure.endOfAll = "Failed";
        azure.log = "starting\n\u001b[2Jloading\nTraceback (most recent call last):\n"
                + "  File \"score.py\", line 3, in init\nRuntimeError: no model in /var/model\nWorker (pid:31) exited\n";
        var trial = trial();

        trial.failsWith(
                ProblemCode.DEPLOYMENT_FAILED, "'" + plan().deployment() + "'", "RuntimeError: no model in /var/model");
        assertThat(trial.told()).contains("LogLine[text=RuntimeError: no model in /var/model]");
        assertThat(String.join("", trial.told())).doesNotContain("\u001b");
        assertThat(azure.resources).doesNotContainKey(path());
        assertThat(azure.writes).containsExactly("PUT " + path(), "DELETE " + path());
    }

    @Test
    void a_log_that_cannot_be_read_changes_nothing() {
        azure.endOfAll = "Failed";
        azure.refusedLogs = Integer.MAX_VALUE;

        trial().failsWith(ProblemCode.DEPLOYMENT_FAILED, "has failed");
        assertThat(azure.resources).doesNotContainKey(path());
    }

    @Test
    void a_deployment_that_is_never_ready_is_removed() {
        azure.readsUntilReady = Integer.MAX_VALUE;

        trial().failsWith(ProblemCode.TIMED_OUT, "was not ready within 20 min");
        assertThat(azure.resources).doesNotContainKey(path());
    }

    @Test
    void a_deployment_of_another_run_is_left_alone() {
        azure.deployment(path(), Map.of(Tags.RUN, "another"));

        trial().failsWith(ProblemCode.CONFLICT, "is not of this run");
        assertThat(azure.writes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void stale_reads_change_nothing(int k) {
        azure.staleReads = k;

        assertThat(trial().run()).isEqualTo(DONE);
        assertThat(azure.writes).containsOnly("PUT " + path());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void a_host_that_dies_before_any_save_ends_the_same(int stale) {
        for (String end : List.of("Succeeded", "Failed")) {
            var clean = outcome(end, stale, -1, -1);
            for (int save = 0; save <= 8; save++) {
                assertThat(outcome(end, stale, save, -1))
                        .as("dying at save " + save)
                        .isEqualTo(clean);
            }
            for (int write = 0; write <= 3; write++) {
                assertThat(outcome(end, stale, -1, write))
                        .as("losing the answer of write " + write)
                        .isEqualTo(clean);
            }
        }
    }

    /** The end of a run with these faults: what it gave, and what stands at the service. */
    private static Map<String, Object> outcome(String end, int stale, int dieAtSave, int loseAnswer) {
        FakeAzure azure = givenAzure();
        azure.resources.remove(ENDPOINT);
        azure.resources.remove(ENDPOINT + "/deployments/champion");
        azure.endOfAll = end;
        azure.staleReads = stale;
        azure.loseAnswerOfWrite = loseAnswer;
        var trial = trial(azure, plan(Map.of("properties", new LinkedHashMap<>(Map.of("authMode", "Key")))))
                .dyingAtSave(dieAtSave);
        String result =
                end.equals("Failed") ? trial.fails().getMessage() : trial.run().toString();
        return new TreeMap<>(
                Map.of("result", result, "resources", azure.resources.keySet().toString()));
    }

    @Test
    void cancelled_at_any_turn_it_leaves_nothing_or_a_deployment_that_is_ready() {
        int turns = turnsOfACleanRun();
        for (int turn = 0; turn < turns; turn++) {
            FakeAzure azure = givenAzure();
            var trial = trial(azure, plan()).cancelledAtTurn(turn);
            if (turn == turns - 1) {
                assertThat(trial.run()).isEqualTo(DONE);
            } else {
                trial.failsWith(ProblemCode.CANCELLED, "was cancelled");
                assertThat(azure.resources).doesNotContainKey(path());
            }
            assertThat(azure.traffic(ENDPOINT)).isEqualTo(Map.of("champion", 100L));
        }
    }

    private static int turnsOfACleanRun() {
        var trial = trial(givenAzure(), plan());
        trial.run();
        return trial.turns();
    }

    @ParameterizedTest
    @ValueSource(strings = {"diabetes:3", "A_very.Long_model-name-that-nobody_reads:2026.11.24", "7x:1", "m:1"})
    void a_deployment_has_a_name_that_the_service_takes(String model) {
        String name = DeploymentName.of(RUN, AssetVersion.of(model));

        assertThat(name).matches("[a-z][a-z0-9-]{1,30}[a-z0-9]");
        assertThat(name).isEqualTo(DeploymentName.of(RUN, AssetVersion.of(model)));
        assertThat(name).isNotEqualTo(DeploymentName.of(new RunId("build-8"), AssetVersion.of(model)));
    }
}
