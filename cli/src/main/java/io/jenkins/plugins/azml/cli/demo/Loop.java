package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.run.Ended;
import io.jenkins.plugins.azml.cli.stage.EvaluateDoor;
import io.jenkins.plugins.azml.cli.stage.PromoteDoor;
import io.jenkins.plugins.azml.cli.stage.RegisterDoor;
import io.jenkins.plugins.azml.cli.stage.SetupDoor;
import io.jenkins.plugins.azml.cli.stage.Stamps;
import io.jenkins.plugins.azml.cli.stage.TrainDoor;
import io.jenkins.plugins.azml.cli.stage.YamlFiles;
import io.jenkins.plugins.azml.engine.call.Delivery;
import io.jenkins.plugins.azml.engine.call.EvaluateCall;
import io.jenkins.plugins.azml.engine.call.PromoteCall;
import io.jenkins.plugins.azml.engine.call.RegisterCall;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.call.SetupCall;
import io.jenkins.plugins.azml.engine.call.TrainCall;
import io.jenkins.plugins.azml.engine.gate.Verdict;
import io.jenkins.plugins.azml.engine.promote.Promoted;
import io.jenkins.plugins.azml.engine.register.Registered;
import io.jenkins.plugins.azml.engine.setup.SetupResult;
import io.jenkins.plugins.azml.engine.setup.SetupState.Effect;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.engine.train.Trained;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The loop: once with a candidate that reaches production, once with one that does not. */
final class Loop {
    private static final String DEV = "dev";
    private static final String PROD = "prod";
    private static final String ENDPOINT = "diabetes";

    private final Example example;
    private final Steps steps;
    private final Map<String, String> environment;
    private int filesSent;

    Loop(Example example, Steps steps, Map<String, String> environment) {
        this.example = example;
        this.steps = steps;
        this.environment = environment;
    }

    /** Files that both trainings uploaded. */
    int filesSent() {
        return filesSent;
    }

    void run() {
        setup(DEV);
        setup(PROD);
        Trained good = train(Map.of());
        Verdict verdict = evaluate(good);
        promote(register(good, verdict));
    }

    /** The candidate that the gate has to stop. */
    void runWorse() {
        evaluate(train(Map.of("inputs.alpha", "300")));
    }

    private void setup(String workspace) {
        List<Path> files = YamlFiles.of(example.setup(workspace));
        var arguments = new SetupCall(files.stream().map(Path::toString).toList());
        steps.take(new SetupDoor(), arguments, Steps.in(workspace), files, Loop::figures);
    }

    private static String figures(SetupResult result) {
        return result.count(Effect.CREATED) + " created, " + result.count(Effect.UPDATED) + " updated, "
                + result.count(Effect.UNCHANGED) + " unchanged";
    }

    private Trained train(Map<String, String> set) {
        Path job = example.file("job.yml");
        var arguments = new TrainDoor.Arguments(
                new TrainCall(
                        job.toString(),
                        set,
                        "azml",
                        Stamps.of(job, environment),
                        TrainRequest.Limits.usual(),
                        true,
                        false),
                null);
        Ended<Trained> ended = steps.take(
                new TrainDoor(),
                arguments,
                Steps.in(DEV),
                List.of(job),
                trained -> TrainDoor.figures(trained.metrics()));
        Trained trained = ended.result().orElseThrow().value();
        filesSent += trained.filesSent();
        return trained;
    }

    private Verdict evaluate(Trained trained) {
        Path gates = example.file("gates.yml");
        Ended<Verdict> ended = steps.take(
                new EvaluateDoor(),
                new EvaluateCall(gates.toString(), trained.job(), ENDPOINT, "test_data"),
                Steps.in(DEV, Scene.CHAMPION, PROD),
                List.of(gates),
                verdict -> verdict.decision().word());
        steps.show(ended);
        return ended.result().orElseThrow().value();
    }

    private Registered register(Trained trained, Verdict verdict) {
        Path model = example.file("model.yml");
        return steps.take(
                        new RegisterDoor(),
                        new RegisterCall(
                                model.toString(),
                                trained.job(),
                                "model",
                                verdict.decision().word()),
                        Steps.in(DEV),
                        List.of(model),
                        registered -> registered.model().toString())
                .result()
                .orElseThrow()
                .value();
    }

    private void promote(Registered registered) {
        Path deployment = example.file("deployment.yml");
        Path tests = example.file("tests.yml");
        Delivery delivery =
                new Delivery(deployment.toString(), registered.model().toString(), null, null, Map.of(), "");
        Ended<Promoted> ended = steps.take(
                new PromoteDoor(),
                new PromoteCall(delivery, tests.toString(), null),
                Steps.in(DEV, Scene.TARGET, PROD),
                List.of(deployment, tests),
                Loop::figures);
        steps.show(ended);
    }

    private static String figures(Promoted promoted) {
        return promoted.model() + " serves as " + promoted.deployment();
    }
}
