package io.jenkins.plugins.azml.engine.promote;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.azure.ModelDigest;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.deploy.DeployLimits;
import io.jenkins.plugins.azml.engine.deploy.DeploymentPlan;
import io.jenkins.plugins.azml.engine.fake.FakeAzure;
import io.jenkins.plugins.azml.engine.fake.FakeBlobs;
import io.jenkins.plugins.azml.engine.fake.Trial;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import io.jenkins.plugins.azml.engine.testing.EndpointTest;
import io.jenkins.plugins.azml.engine.testing.Expectation;
import io.jenkins.plugins.azml.engine.testing.TestingLimits;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A model in {@code dev} that was judged better, and an endpoint in {@code prod} that a champion serves. */
final class Production {
    static final String ENDPOINT = "prod/onlineEndpoints/diabetes";
    static final Hosts SCORING = new Hosts(Set.of(), Set.of(".inference.ml.azure.com"));
    static final PromoteLimits LIMITS = new PromoteLimits(
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            new TestingLimits(Duration.ofMinutes(2), 3, Duration.ofSeconds(5)));
    private static final String RUN = "build-7-promote";
    private static final Map<String, String> FILES =
            Map.of("MLmodel", "flavors: {}", "model.pkl", "pickled", "sub/conda.yaml", "dependencies: []");

    final FakeAzure azure = new FakeAzure();
    final String digest = digest();

    Production() {
        azure.blobs.workspace("dev");
        azure.blobs.workspace("prod");
        FILES.forEach((path, content) -> azure.blobs.files.put(
                FakeBlobs.at("dev", "workspaceartifactstore", "ExperimentRun/dcid.job-1/model/" + path),
                content.getBytes(StandardCharsets.UTF_8)));
        azure.resources.put("dev/models/diabetes/versions/3", model());
        azure.resources.put(
                "dev/environments/sklearn/versions/1",
                Map.of("id", "x", "properties", Map.of("image", "ubuntu", "condaFile", "dependencies: []")));
        azure.endpoint(ENDPOINT, Map.of("champion", 100L)).put("tags", new LinkedHashMap<>(Map.of("team", "blue")));
        azure.deployment(ENDPOINT + "/deployments/champion", Map.of());
    }

    private Map<String, Object> model() {
        Map<String, Object> tags = new LinkedHashMap<>(Map.of(
                Tags.DIGEST,
                digest,
                Tags.VERDICT,
                "better",
                Tags.COMMIT,
                "c0ffee",
                Tags.JOB,
                "job-1",
                Tags.ENVIRONMENT,
                "sklearn:1",
                Tags.DATA + "training_data",
                "diabetes:2",
                Tags.METRIC + "rmse",
                "55.1"));
        Map<String, Object> properties = new LinkedHashMap<>(Map.of(
                "modelType", "mlflow_model",
                "modelUri", "azureml://jobs/job-1/outputs/artifacts/paths/model/",
                "tags", tags));
        return new LinkedHashMap<>(Map.of("id", "x", "name", "3", "properties", properties));
    }

    private static String digest() {
        TreeMap<String, Long> sizes = new TreeMap<>();
        FILES.forEach((path, content) -> sizes.put(path, (long) content.length()));
        try {
            return ModelDigest.of(
                            sizes,
                            path -> new ByteArrayInputStream(FILES.get(path).getBytes(StandardCharsets.UTF_8)))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    void tagSource(String tag, String value) {
        var properties = (Map<String, Object>)
                azure.resources.get("dev/models/diabetes/versions/3").get("properties");
        ((Map<String, Object>) properties.get("tags")).put(tag, value);
    }

    @SuppressWarnings("unchecked")
    void setTraffic(Map<String, Object> traffic) {
        ((Map<String, Object>) azure.resources.get(ENDPOINT).get("properties")).put("traffic", traffic);
    }

    void deployment(String name, String createdAt, Map<String, Object> tags) {
        azure.deployment(ENDPOINT + "/deployments/" + name, tags);
        azure.resources.get(ENDPOINT + "/deployments/" + name).put("systemData", Map.of("createdAt", createdAt));
    }

    String deployment() {
        return deploymentPlan(new RunId(RUN)).deployment();
    }

    String path() {
        return ENDPOINT + "/deployments/" + deployment();
    }

    void assertAsBefore() {
        assertThat(azure.traffic(ENDPOINT)).isEqualTo(Map.of("champion", 100L));
        assertThat(azure.resources)
                .containsKey(ENDPOINT + "/deployments/champion")
                .doesNotContainKey(path());
    }

    Trial<PromoteState, Promoted> promotion(String override) {
        return promotion(RUN, override);
    }

    Trial<PromoteState, Promoted> promotionOf(String run) {
        return promotion(run, null);
    }

    private Trial<PromoteState, Promoted> promotion(String name, String override) {
        RunId run = new RunId(name);
        var test = new EndpointTest(
                "one",
                new EndpointTest.Request("POST", null, "{}"),
                null,
                new Expectation(200, List.of(), "1.0", null));
        var plan = new PromotionPlan(
                run, AssetVersion.of("diabetes:3"), deploymentPlan(run), List.of(test), null, override, LIMITS);
        return new Trial<>(
                new PromoteStage(azure.workspace("dev"), azure.workspace("prod"), SCORING, plan),
                PromoteStage.CODEC,
                run,
                PromoteStage.first());
    }

    private static DeploymentPlan deploymentPlan(RunId run) {
        return new DeploymentPlan(
                run,
                "diabetes",
                AssetVersion.of("diabetes:3"),
                "",
                references -> List.of(Write.put(
                        "deployments/x",
                        new LinkedHashMap<>(Map.of("properties", Map.of("endpointComputeType", "Managed"))))),
                null,
                new DeployLimits(
                        Duration.ofMinutes(20), Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofSeconds(5)));
    }

    /** The end of a run with these faults: what it gave, and what stands at the service. */
    static Map<String, Object> outcome(
            boolean failing, int stale, Consumer<Trial<PromoteState, Promoted>> plan, int loseAnswer, int loseWrite) {
        Production production = new Production();
        production.azure.staleReads = stale;
        production.azure.loseAnswerOfWrite = loseAnswer;
        production.azure.loseWrite = loseWrite;
        production.failAfterSwitch(failing);
        var trial = production.promotion(null);
        plan.accept(trial);
        String result = failing ? trial.fails().getMessage() : trial.run().toString();
        assertThat(production.azure.trafficHistory.get(ENDPOINT))
                .allSatisfy(traffic -> assertThat(traffic.values()).containsExactly(100L));
        return new TreeMap<>(Map.of(
                "result", result,
                "resources", production.azure.resources.keySet().toString(),
                "blobs", production.azure.blobs.files.keySet().toString(),
                "traffic", production.azure.traffic(ENDPOINT).toString(),
                "tags", new TreeMap<>(production.azure.tags(ENDPOINT)).toString()));
    }

    private void failAfterSwitch(boolean failing) {
        if (failing) {
            azure.scoring.onRequest = named -> {
                if (named.startsWith("live:")) {
                    azure.scoring.answers.put(deployment(), "[0.0]");
                }
            };
        }
    }

    static int savesOfACleanRun(boolean failing) {
        Production production = new Production();
        production.failAfterSwitch(failing);
        var trial = production.promotion(null);
        if (failing) {
            trial.fails();
        } else {
            trial.run();
        }
        return trial.saves();
    }

    static int turnsOfACleanRun() {
        var trial = new Production().promotion(null);
        trial.run();
        return trial.turns();
    }
}
