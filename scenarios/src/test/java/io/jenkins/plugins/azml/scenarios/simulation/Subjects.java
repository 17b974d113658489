package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.emulator.jobs.JobScript;
import io.jenkins.plugins.azml.engine.evaluate.Champion;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateStage;
import io.jenkins.plugins.azml.engine.gate.GatesFile;
import io.jenkins.plugins.azml.engine.register.RegisterRequest;
import io.jenkins.plugins.azml.engine.register.RegisterStage;
import io.jenkins.plugins.azml.engine.setup.SetupStage;
import io.jenkins.plugins.azml.engine.spec.CommandJob;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Spec;
import io.jenkins.plugins.azml.engine.spec.Specs;
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
import java.util.Set;

/** The stages of the loop in the simulation. A new stage is in every plan by standing here. */
final class Subjects {
    private static final Path EXAMPLE = Path.of("../examples/diabetes/azml");
    private static final Map<String, Double> GOOD = Map.of("rmse", 55.2, "r2", 0.5);
    private static final List<Spec> DEV = specs("setup/dev");
    private static final CommandJob JOB = (CommandJob) Specs.read(EXAMPLE.resolve("job.yml"), Overrides.none());

    private Subjects() {}

    static List<Subject<?, ?>> all() {
        return List.of(
                setup(),
                train("train", 0, ""),
                train("train-failing", 1, "ended as Failed"),
                evaluate("evaluate", GOOD),
                evaluate("evaluate-missing", Map.of("rmse", 55.2)),
                register());
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
                world -> new SetupStage(world.workspace("dev"), DEV),
                SetupStage.CODEC,
                world -> SetupStage.first(),
                Set.of(),
                "");
    }

    private static Subject<?, ?> train(String name, int exit, String ends) {
        TrainRequest request = training(World.RUN);
        return new Subject<>(
                name,
                world -> {
                    setUp(world);
                    world.emulator().jobs().script(plan -> script(GOOD, exit));
                },
                world -> new TrainStage(world.workspace("dev"), request),
                TrainStage.CODEC,
                world -> TrainStage.first(request),
                Set.of(),
                ends);
    }

    private static Subject<?, ?> evaluate(String name, Map<String, Double> metrics) {
        return new Subject<>(
                name,
                world -> trained(world, metrics),
                world -> new EvaluateStage(
                        world.workspace("dev"),
                        new EvaluateStage.Request(
                                "train-1",
                                GatesFile.read(EXAMPLE.resolve("gates.yml")),
                                new Champion(world.workspace("prod"), "diabetes"),
                                "test_data")),
                EvaluateStage.CODEC,
                world -> EvaluateStage.first(),
                Set.of(),
                "");
    }

    private static Subject<?, ?> register() {
        return new Subject<>(
                "register",
                world -> trained(world, GOOD),
                world -> new RegisterStage(world.workspace("dev"), registration(World.RUN)),
                RegisterStage.CODEC,
                world -> RegisterStage.first(),
                Set.of(),
                "");
    }

    private static RegisterRequest registration(RunId run) {
        return new RegisterRequest(run, "diabetes", "mlflow_model", "train-1", "model", "", Map.of(), "better");
    }

    private static TrainRequest training(RunId run) {
        return new TrainRequest(
                run, JOB, "diabetes", TrainRequest.Stamp.none(), TrainRequest.Limits.usual(), true);
    }

    private static JobScript script(Map<String, Double> metrics, int exit) {
        return new JobScript(
                Duration.ofSeconds(2),
                Duration.ofSeconds(6),
                List.of("one", "two", "three"),
                metrics,
                Map.of("alpha", "1.0"),
                Map.of("model/MLmodel", "2", "model/model.skops", "x"),
                exit);
    }

    private static void setUp(World world) {
        world.before("setup-dev", new SetupStage(world.undisturbed("dev"), DEV), SetupStage.CODEC, SetupStage.first());
    }

    private static void trained(World world, Map<String, Double> metrics) {
        setUp(world);
        world.emulator().jobs().script(plan -> script(metrics, 0));
        TrainRequest request = training(new RunId("train-1"));
        world.before(
                "train-1",
                new TrainStage(world.undisturbed("dev"), request),
                TrainStage.CODEC,
                TrainStage.first(request));
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
