package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.deploy.DeployStage;
import io.jenkins.plugins.azml.engine.evaluate.Champion;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateStage;
import io.jenkins.plugins.azml.engine.gate.GatesFile;
import io.jenkins.plugins.azml.engine.promote.PromoteLimits;
import io.jenkins.plugins.azml.engine.promote.PromoteStage;
import io.jenkins.plugins.azml.engine.promote.PromotionPlan;
import io.jenkins.plugins.azml.engine.promote.RollbackPlan;
import io.jenkins.plugins.azml.engine.promote.RollbackStage;
import io.jenkins.plugins.azml.engine.register.RegisterStage;
import io.jenkins.plugins.azml.engine.setup.SetupStage;
import io.jenkins.plugins.azml.engine.testing.TestingLimits;
import io.jenkins.plugins.azml.engine.testing.TestingPlan;
import io.jenkins.plugins.azml.engine.testing.TestingStage;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.engine.train.TrainStage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stages of the loop in the simulation. A new stage is in every plan by standing here. */
final class Subjects {
    private Subjects() {}

    static List<Subject<?, ?>> all() {
        return List.of(
                setup(),
                train("train", 0, ""),
                train("train-failing", 1, "JOB_FAILED"),
                evaluate("evaluate", Loop.GOOD),
                evaluate("evaluate-missing", Map.of("rmse", 55.2)),
                register(),
                deploy("deploy", Optional.empty(), ""),
                deploy("deploy-failing", Optional.of("RuntimeError: no model"), "DEPLOYMENT_FAILED"),
                test(),
                promote("promote", Loop.RIGHT_ANSWER, ""),
                promote("promote-failing", "7.0", "TEST_FAILED"),
                rollback());
    }

    static Subject<?, ?> named(String name) {
        return all().stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage '" + name + "' is in the simulation"));
    }

    private static Subject<?, ?> setup() {
        return new Subject<>(
                "setup",
                world -> {},
                world -> new SetupStage(world.workspace("dev"), Loop.DEV),
                SetupStage.CODEC,
                SetupStage.first(),
                Set.of(),
                "");
    }

    private static Subject<?, ?> train(String name, int exit, String ends) {
        TrainRequest request = Loop.training(World.RUN);
        return new Subject<>(
                name,
                world -> {
                    Loop.setUp(world);
                    world.emulator().jobs().script(plan -> Loop.script(Loop.GOOD, exit));
                },
                world -> new TrainStage(world.workspace("dev"), request),
                TrainStage.CODEC,
                TrainStage.first(request),
                Set.of(),
                ends);
    }

    private static Subject<?, ?> evaluate(String name, Map<String, Double> metrics) {
        return new Subject<>(
                name,
                world -> Loop.train(world, metrics),
                world -> new EvaluateStage(
                        world.workspace("dev"),
                        new EvaluateStage.Request(
                                "train-1",
                                GatesFile.read(Loop.EXAMPLE.resolve("gates.yml")),
                                new Champion(world.workspace("prod"), Loop.ENDPOINT),
                                "test_data")),
                EvaluateStage.CODEC,
                EvaluateStage.first(),
                Set.of(),
                "");
    }

    private static Subject<?, ?> register() {
        return new Subject<>(
                "register",
                world -> {
                    Loop.train(world, Loop.GOOD);
                    Loop.register(world, "register-1");
                },
                world -> new RegisterStage(world.workspace("dev"), Loop.registration(World.RUN)),
                RegisterStage.CODEC,
                RegisterStage.first(),
                Set.of(),
                "");
    }

    private static Subject<?, ?> deploy(String name, Optional<String> failure, String ends) {
        return new Subject<>(
                name,
                world -> {
                    Loop.promoteFirst(world);
                    world.emulator().scoring().failing(plan -> failure);
                },
                world -> new DeployStage(world.workspace("prod"), Loop.deployment(World.RUN, "1")),
                DeployStage.CODEC,
                DeployStage.first(),
                Set.of(),
                ends);
    }

    private static Subject<?, ?> test() {
        return new Subject<>(
                "test",
                Loop::promoteFirst,
                world -> new TestingStage(
                        world.workspace("prod"),
                        world.cloud().scoringHosts(),
                        new TestingPlan(
                                Loop.ENDPOINT,
                                null,
                                List.of(Loop.expecting(Loop.RIGHT_ANSWER), Loop.expecting(Loop.RIGHT_ANSWER)),
                                TestingLimits.usual())),
                TestingStage.CODEC,
                TestingStage.first(),
                Set.of(),
                "");
    }

    private static Subject<?, ?> promote(String name, String answer, String ends) {
        PromotionPlan plan = Loop.promotion(World.RUN, "2", answer);
        return new Subject<>(
                name,
                Loop::promoteFirst,
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

    private static Subject<?, ?> rollback() {
        RollbackPlan plan = new RollbackPlan(World.RUN, Loop.ENDPOINT, PromoteLimits.usual());
        return new Subject<>(
                "rollback",
                world -> {
                    Loop.promoteFirst(world);
                    Loop.promote(world, "promote-2", "2");
                },
                world -> new RollbackStage(world.workspace("prod"), plan),
                RollbackStage.CODEC,
                RollbackStage.first(),
                Set.of("Switching"),
                "");
    }
}
