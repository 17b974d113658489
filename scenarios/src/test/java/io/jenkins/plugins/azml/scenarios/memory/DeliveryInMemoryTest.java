package io.jenkins.plugins.azml.scenarios.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.azure.Endpoints;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.deploy.DeployLimits;
import io.jenkins.plugins.azml.engine.deploy.DeployStage;
import io.jenkins.plugins.azml.engine.deploy.Deployed;
import io.jenkins.plugins.azml.engine.deploy.DeploymentPlan;
import io.jenkins.plugins.azml.engine.promote.PromoteLimits;
import io.jenkins.plugins.azml.engine.promote.PromoteStage;
import io.jenkins.plugins.azml.engine.promote.Promoted;
import io.jenkins.plugins.azml.engine.promote.PromotionPlan;
import io.jenkins.plugins.azml.engine.promote.RollbackPlan;
import io.jenkins.plugins.azml.engine.promote.RollbackStage;
import io.jenkins.plugins.azml.engine.register.RegisterRequest;
import io.jenkins.plugins.azml.engine.register.RegisterStage;
import io.jenkins.plugins.azml.engine.setup.SetupStage;
import io.jenkins.plugins.azml.engine.spec.CommandJob;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Spec;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.Writes;
import io.jenkins.plugins.azml.engine.testing.EndpointTest;
import io.jenkins.plugins.azml.engine.testing.Expectation;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.engine.train.TrainStage;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.engine.turn.PlainHost;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a registered model to production and back, clean, on the emulator in memory. */
class DeliveryInMemoryTest {
    private static final Path EXAMPLE = Path.of("../examples/diabetes/azml");

    private final MemoryAzure azure = new MemoryAzure(1);
    private final MemoryStates states = new MemoryStates();
    private final List<Event> told = new ArrayList<>();
    private final Workspace dev = azure.workspace("dev");
    private final Workspace prod = azure.workspace("prod");

    @BeforeEach
    void setUpBothAndRegisterTwoModels() throws IOException {
        azure.emulator
                .jobs()
                .script(plan -> new JobScript(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        List.of("one"),
                        Map.of("rmse", 55.2),
                        Map.of(),
                        Map.of("model/MLmodel", "2", "model/model.skops", "x", "model/sub/conda.yaml", "y"),
                        0));
        see("setup-dev", new SetupStage(dev, specs("setup/dev")), SetupStage.CODEC, SetupStage.first());
        see("setup-prod", new SetupStage(prod, specs("setup/prod")), SetupStage.CODEC, SetupStage.first());
        register("1");
        register("2");
    }

    @AfterEach
    void close() {
        azure.close();
    }

    private void register(String number) {
        var training = new TrainRequest(
                new RunId("train-" + number),
                (CommandJob) Specs.read(EXAMPLE.resolve("job.yml"), Overrides.none()),
                "diabetes",
                TrainRequest.Stamp.none(),
                TrainRequest.Limits.usual(),
                true);
        see("train-" + number, new TrainStage(dev, training), TrainStage.CODEC, TrainStage.first(training));
        var registration = new RegisterRequest(
                new RunId("register-" + number),
                "diabetes",
                "mlflow_model",
                "train-" + number,
                "model",
                "",
                Map.of(),
                "better");
        see("register-" + number, new RegisterStage(dev, registration), RegisterStage.CODEC, RegisterStage.first());
    }

    private static List<Spec> specs(String folder) throws IOException {
        try (var files = Files.list(EXAMPLE.resolve(folder))) {
            return files.sorted()
                    .map(file -> Specs.read(file, Overrides.none()))
                    .sorted(Comparator.comparing(spec -> spec.kind().ordinal()))
                    .toList();
        }
    }

    private <S, R> R see(String run, Stage<S, R> stage, StateCodec<S> codec, S first) {
        var advancer = new Advancer<>(
                stage,
                codec,
                new RunId(run),
                new Advancer.Surroundings(
                        states,
                        told::add,
                        azure.emulator.clock(),
                        new Random(1),
                        "test",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15)));
        advancer.begin(first);
        return new PlainHost(azure.emulator.clock()::advance).run(advancer);
    }

    private static DeploymentPlan deployment(String run, String file, String version, @Nullable Spec endpoint) {
        return deployment(run, file, version, "diabetes", endpoint);
    }

    private static DeploymentPlan deployment(
            String run, String file, String version, String name, @Nullable Spec endpoint) {
        Spec spec = Specs.read(EXAMPLE.resolve(file), new Overrides(Map.of("model", "azureml:diabetes:" + version)));
        return new DeploymentPlan(
                new RunId(run),
                name,
                new AssetVersion("diabetes", version),
                "",
                references -> Writes.of(spec, references),
                endpoint == null ? null : references -> Writes.of(endpoint, references),
                DeployLimits.usual());
    }

    /** The twin's models double the sum of a row. */
    private static EndpointTest expecting(String answer) {
        return new EndpointTest(
                "a row",
                new EndpointTest.Request("POST", null, "{\"input_data\": {\"data\": [[1, 2]]}}"),
                null,
                new Expectation(200, List.of(), answer, null));
    }

    private Promoted promote(String run, String version, String answer) {
        var plan = new PromotionPlan(
                new RunId(run),
                new AssetVersion("diabetes", version),
                deployment(run, "deployment.yml", version, null),
                List.of(expecting(answer)),
                null,
                null,
                PromoteLimits.usual());
        return see(
                run,
                new PromoteStage(dev, prod, azure.cloud().scoringHosts(), plan),
                PromoteStage.CODEC,
                PromoteStage.first());
    }

    private Map<String, Integer> traffic() {
        return prod.endpoints()
                .find("diabetes")
                .map(Endpoints.Endpoint::traffic)
                .orElse(Map.of());
    }

    @Test
    void a_deployment_with_a_scoring_script_brings_its_code_and_its_endpoint_and_has_no_traffic() {
        Spec endpoint = Specs.read(EXAMPLE.resolve("setup/prod/endpoint.yml"), Overrides.none());
        DeploymentPlan plan = deployment("deploy-1", "deployment-script.yml", "2", endpoint);

        Deployed deployed = see("deploy-1", new DeployStage(dev, plan), DeployStage.CODEC, DeployStage.first());

        assertThat(dev.endpoints().findDeployment("diabetes", deployed.deployment()))
                .hasValueSatisfying(there -> assertThat(there.tags())
                        .containsEntry("azml.run", "deploy-1")
                        .containsEntry("azml.model", "diabetes:2"));
        assertThat(dev.endpoints().find("diabetes").orElseThrow().live()).isEmpty();
    }

    @Test
    void an_endpoint_whose_name_is_written_with_capitals_is_the_one_that_was_set_up() {
        Spec endpoint =
                Specs.read(EXAMPLE.resolve("setup/prod/endpoint.yml"), new Overrides(Map.of("name", "Diabetes-New")));
        see("setup-new", new SetupStage(dev, List.of(endpoint)), SetupStage.CODEC, SetupStage.first());
        DeploymentPlan plan = deployment("deploy-1", "deployment-script.yml", "2", "Diabetes-New", null);

        Deployed deployed = see("deploy-1", new DeployStage(dev, plan), DeployStage.CODEC, DeployStage.first());

        assertThat(dev.endpoints().findDeployment("diabetes-new", deployed.deployment()))
                .isPresent();
    }

    @Test
    void two_models_are_promoted_one_after_the_other_and_the_first_comes_back() {
        Promoted first = promote("promote-1", "1", "6.0");
        assertThat(first.previous()).isNull();
        assertThat(first.metrics()).containsEntry("rmse", "55.2");
        Promoted second = promote("promote-2", "2", "6.0");

        assertThat(second.previous()).isEqualTo(first.deployment());
        assertThat(traffic()).containsEntry(second.deployment(), 100);

        var back = see(
                "rollback-1",
                new RollbackStage(prod, new RollbackPlan(new RunId("rollback-1"), "diabetes", PromoteLimits.usual())),
                RollbackStage.CODEC,
                RollbackStage.first());
        assertThat(back.deployment()).isEqualTo(first.deployment());
        assertThat(traffic()).containsEntry(first.deployment(), 100);
    }

    @Test
    void a_model_that_answers_wrongly_never_has_traffic() {
        Promoted first = promote("promote-1", "1", "6.0");

        assertThatThrownBy(() -> promote("promote-2", "2", "7.0"))
                .hasMessageContaining("1 of 1 tests of deployment")
                .hasMessageContaining("6.0");
        assertThat(traffic()).containsEntry(first.deployment(), 100);
        assertThat(prod.endpoints().deployments("diabetes")).hasSize(1);
    }

    @Test
    void a_model_whose_start_fails_says_why_and_is_removed() {
        azure.emulator.scoring().failing(plan -> Optional.of("RuntimeError: no model.pkl"));

        assertThatThrownBy(() -> promote("promote-1", "1", "6.0")).hasMessageContaining("RuntimeError: no model.pkl");
        assertThat(prod.endpoints().deployments("diabetes")).isEmpty();
    }
}
