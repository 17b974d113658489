package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.emulator.blob.BlobItem;
import io.jenkins.plugins.azml.emulator.blob.Container;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.faults.Effects;
import io.jenkins.plugins.azml.emulator.faults.Fault;
import io.jenkins.plugins.azml.engine.azure.Assets;
import io.jenkins.plugins.azml.engine.deploy.DeployStage;
import io.jenkins.plugins.azml.engine.deploy.DeploymentPlan;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateStage;
import io.jenkins.plugins.azml.engine.gate.GatesFile;
import io.jenkins.plugins.azml.engine.promote.PromoteStage;
import io.jenkins.plugins.azml.engine.promote.PromotionPlan;
import io.jenkins.plugins.azml.engine.register.RegisterRequest;
import io.jenkins.plugins.azml.engine.register.RegisterStage;
import io.jenkins.plugins.azml.engine.setup.SetupStage;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Spec;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.Writes;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.engine.train.TrainStage;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Stages in worlds in which somebody has left what a stage must notice by itself, without any fault. */
final class Traps {
    private Traps() {}

    static List<Subject<?, ?>> all() {
        return List.of(
                setUpAgain(),
                deployFirst(),
                trainAgain(),
                lateMetrics(),
                promotion("promote-other-bytes", "2", Traps::changeBytes, "DIGEST_MISMATCH"),
                promotion("promote-taken", "2", Traps::takeNumber, "CONFLICT"),
                promotion("promote-worse", "3", Traps::registerWorse, "GATE_STOPPED"));
    }

    /** An endpoint that serves is set up with another description. */
    private static Subject<?, ?> setUpAgain() {
        Spec endpoint = Specs.read(
                Loop.EXAMPLE.resolve("setup/prod/endpoint.yml"),
                new Overrides(Map.of("description", "Another description.")));
        return new Subject<>(
                "setup-again",
                Loop::promoteFirst,
                world -> new SetupStage(world.workspace("prod"), List.of(endpoint)),
                SetupStage.CODEC,
                SetupStage.first(),
                Set.of(),
                "");
    }

    /** There is no endpoint yet, and the deployment brings one. */
    private static Subject<?, ?> deployFirst() {
        DeploymentPlan beside = Loop.deployment(World.RUN, "1");
        Spec endpoint = Specs.read(
                Loop.EXAMPLE.resolve("setup/prod/endpoint.yml"), new Overrides(Map.of("name", "diabetes-first")));
        DeploymentPlan first = new DeploymentPlan(
                World.RUN,
                "diabetes-first",
                beside.model(),
                "",
                beside.spec(),
                references -> Writes.of(endpoint, references),
                beside.limits());
        return new Subject<>(
                "deploy-first",
                Loop::promoteFirst,
                world -> new DeployStage(world.workspace("prod"), first),
                DeployStage.CODEC,
                DeployStage.first(),
                Set.of(),
                "");
    }

    /** Another run's completed job has the same content. */
    private static Subject<?, ?> trainAgain() {
        TrainRequest request = reusing(World.RUN);
        return new Subject<>(
                "train-again",
                world -> {
                    Loop.setUp(world);
                    world.emulator().jobs().script(plan -> Loop.script(Loop.GOOD, 0));
                    TrainRequest before = reusing(new RunId("train-1"));
                    world.before(
                            "train-1",
                            new TrainStage(world.undisturbed("dev"), before),
                            TrainStage.CODEC,
                            TrainStage.first(before));
                },
                world -> new TrainStage(world.workspace("dev"), request),
                TrainStage.CODEC,
                TrainStage.first(request),
                Set.of(),
                "");
    }

    private static TrainRequest reusing(RunId run) {
        TrainRequest training = Loop.training(run);
        return new TrainRequest(
                run, training.job(), training.experiment(), training.stamp(), training.limits(), true, true);
    }

    /** What a job logged can be read a while after its end. */
    private static Subject<?, ?> lateMetrics() {
        Fault late = new Fault(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Pattern.compile("/runs/get$")),
                0,
                2,
                "late metrics",
                Effects.edit(Map.of("/run/data/metrics", Optional.empty())));
        return new Subject<>(
                "evaluate-late",
                world -> Loop.train(world, Loop.GOOD),
                world -> {
                    world.emulator().faults().add(late);
                    return new EvaluateStage(
                            world.workspace("dev"),
                            new EvaluateStage.Request(
                                    "train-1", GatesFile.read(Loop.EXAMPLE.resolve("gates.yml")), null, "test_data"));
                },
                EvaluateStage.CODEC,
                EvaluateStage.first(),
                Set.of(),
                "");
    }

    private static Subject<?, ?> promotion(String name, String version, Consumer<World> trap, String ends) {
        PromotionPlan plan = Loop.promotion(World.RUN, version, Loop.RIGHT_ANSWER);
        return new Subject<>(
                name,
                world -> {
                    Loop.promoteFirst(world);
                    trap.accept(world);
                },
                world -> new PromoteStage(
                        world.workspace("dev"),
                        world.workspace("prod"),
                        world.cloud().scoringHosts(),
                        plan),
                PromoteStage.CODEC,
                PromoteStage.first(),
                Set.of("Switching", "Reverting"),
                ends);
    }

    /** Where the copy of the model belongs lies a file of the same length with other content. */
    private static void changeBytes(World world) {
        Container container = Cloud.blobstore("prod");
        BlobItem file = world.emulator().blobs().list(container, "azml/models/").get(0);
        byte[] other = world.emulator()
                .blobs()
                .read(container, file.name())
                .orElseThrow()
                .clone();
        Arrays.fill(other, (byte) '?');
        world.emulator().blobs().put(container, file.name(), other);
    }

    /** The version's number is another content's at the target. */
    private static void takeNumber(World world) {
        Assets models = world.undisturbed("prod").models();
        String first = models.find("diabetes", "1").orElseThrow().body().needString("modelUri");
        Map<String, ?> other =
                Map.of("modelType", "mlflow_model", "modelUri", first, "tags", Map.of("azml.digest", "f".repeat(64)));
        models.put("diabetes", "2", Map.of("properties", other));
    }

    private static void registerWorse(World world) {
        RegisterRequest worse = new RegisterRequest(
                new RunId("register-3"), "diabetes", "mlflow_model", "train-1", "model", "", Map.of(), "worse");
        world.before(
                "register-3",
                new RegisterStage(world.undisturbed("dev"), worse),
                RegisterStage.CODEC,
                RegisterStage.first());
    }
}
