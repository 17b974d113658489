package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.deploy.DeployLimits;
import io.jenkins.plugins.azml.engine.deploy.DeploymentPlan;
import io.jenkins.plugins.azml.engine.promote.PromoteLimits;
import io.jenkins.plugins.azml.engine.promote.PromoteStage;
import io.jenkins.plugins.azml.engine.promote.PromotionPlan;
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
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The example's loop: what each stage is asked for, and the clean way to where a stage begins. */
final class Loop {
    static final Path EXAMPLE = Path.of("../examples/diabetes/azml");
    static final Map<String, Double> GOOD = Map.of("rmse", 55.2, "r2", 0.5);
    /** The twin's models double the sum of a row, and the row is [1, 2]. */
    static final String RIGHT_ANSWER = "6.0";

    static final String ENDPOINT = "diabetes";
    static final List<Spec> DEV = specs("setup/dev");
    private static final List<Spec> PROD = specs("setup/prod");
    private static final CommandJob JOB = (CommandJob) Specs.read(EXAMPLE.resolve("job.yml"), Overrides.none());

    private Loop() {}

    static JobScript script(Map<String, Double> metrics, int exit) {
        return new JobScript(
                Duration.ofSeconds(2),
                Duration.ofSeconds(6),
                List.of("one", "two", "three"),
                metrics,
                Map.of("alpha", "1.0"),
                Map.of("model/MLmodel", "2", "model/model.skops", "x"),
                exit);
    }

    static void setUp(World world) {
        setUp(world, "dev", DEV);
    }

    private static void setUp(World world, String workspace, List<Spec> specs) {
        world.before(
                "setup-" + workspace,
                new SetupStage(world.undisturbed(workspace), specs),
                SetupStage.CODEC,
                SetupStage.first());
    }

    static void train(World world, Map<String, Double> metrics) {
        setUp(world);
        world.emulator().jobs().script(plan -> script(metrics, 0));
        TrainRequest request = unwatched(new RunId("train-1"));
        world.before(
                "train-1",
                new TrainStage(world.undisturbed("dev"), request),
                TrainStage.CODEC,
                TrainStage.first(request));
    }

    static TrainRequest training(RunId run) {
        return training(run, true);
    }

    /** The same without its log, in few requests. */
    private static TrainRequest unwatched(RunId run) {
        return training(run, false);
    }

    private static TrainRequest training(RunId run, boolean follow) {
        return new TrainRequest(run, JOB, "diabetes", TrainRequest.Stamp.none(), TrainRequest.Limits.usual(), follow);
    }

    static void register(World world, String run) {
        world.before(
                run,
                new RegisterStage(world.undisturbed("dev"), registration(new RunId(run))),
                RegisterStage.CODEC,
                RegisterStage.first());
    }

    static RegisterRequest registration(RunId run) {
        return new RegisterRequest(run, "diabetes", "mlflow_model", "train-1", "model", "", Map.of(), "better");
    }

    /** Version 1 is registered and serves in {@code prod}; version 2 is registered. */
    static void promoteFirst(World world) {
        train(world, GOOD);
        setUp(world, "prod", PROD);
        register(world, "register-1");
        register(world, "register-2");
        promote(world, "promote-1", "1");
    }

    static void promote(World world, String run, String version) {
        world.before(
                run,
                new PromoteStage(
                        world.undisturbed("dev"),
                        world.undisturbed("prod"),
                        world.cloud().scoringHosts(),
                        promotion(new RunId(run), version, RIGHT_ANSWER)),
                PromoteStage.CODEC,
                PromoteStage.first());
    }

    static PromotionPlan promotion(RunId run, String version, String answer) {
        return new PromotionPlan(
                run,
                new AssetVersion("diabetes", version),
                deployment(run, version),
                List.of(expecting(answer)),
                null,
                null,
                PromoteLimits.usual());
    }

    static DeploymentPlan deployment(RunId run, String version) {
        Spec spec = Specs.read(
                EXAMPLE.resolve("deployment.yml"), new Overrides(Map.of("model", "azureml:diabetes:" + version)));
        return new DeploymentPlan(
                run,
                ENDPOINT,
                new AssetVersion("diabetes", version),
                "",
                references -> Writes.of(spec, references),
                null,
                DeployLimits.usual());
    }

    static EndpointTest expecting(String answer) {
        return new EndpointTest(
                "a row",
                new EndpointTest.Request("POST", null, "{\"input_data\": {\"data\": [[1, 2]]}}"),
                null,
                new Expectation(200, List.of(), answer, null));
    }

    private static List<Spec> specs(String folder) {
        try (var files = Files.list(EXAMPLE.resolve(folder))) {
            return files.sorted()
                    .map(file -> Specs.read(file, Overrides.none()))
                    .sorted(Comparator.comparing(spec -> spec.kind().ordinal()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
