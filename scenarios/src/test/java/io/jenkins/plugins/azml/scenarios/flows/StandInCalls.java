package io.jenkins.plugins.azml.scenarios.flows;

import io.jenkins.plugins.azml.engine.call.Delivery;
import io.jenkins.plugins.azml.engine.call.DeployCall;
import io.jenkins.plugins.azml.engine.call.EvaluateCall;
import io.jenkins.plugins.azml.engine.call.PromoteCall;
import io.jenkins.plugins.azml.engine.call.RollbackCall;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.call.SetupCall;
import io.jenkins.plugins.azml.engine.call.StageCall;
import io.jenkins.plugins.azml.engine.call.TestCall;
import io.jenkins.plugins.azml.engine.call.TrainCall;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The arguments of a step as a call of the engine. */
record StandInCalls(StepArguments given, Path folder) {

    /** @param judged the job and the verdict of an evaluation, where a step names one */
    StageCall<?, ?> of(String step, StandInRuns runs) {
        return switch (step) {
            case "azmlSetup" -> new SetupCall(yamlFiles());
            case "azmlTrain" -> train();
            case "azmlEvaluate" ->
                new EvaluateCall(
                        text("gates"), text("job"), given.text("endpoint"), given.text("testInput", "test_data"));
            case "azmlRegister" -> runs.judged(text("evaluation"), text("file"));
            case "azmlDeploy" -> new DeployCall(delivery());
            case "azmlTest" -> new TestCall(text("tests"), text("endpoint"), given.text("deployment"));
            case "azmlPromote" -> new PromoteCall(delivery(), text("tests"), given.text("override"));
            case "azmlRollback" -> new RollbackCall(text("endpoint"));
            default -> throw new IllegalArgumentException(step);
        };
    }

    private TrainCall train() {
        return new TrainCall(
                text("file"),
                values(),
                "azml",
                TrainRequest.Stamp.none(),
                TrainRequest.Limits.usual(),
                true,
                given.flag("reuse", false));
    }

    private Delivery delivery() {
        Map<?, ?> model = (Map<?, ?>) Objects.requireNonNull(given.get("model"));
        return new Delivery(
                text("file"),
                model.get("name") + ":" + model.get("version"),
                given.text("endpoint"),
                null,
                values(),
                "");
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        if (given.get("set") instanceof Map<?, ?> set) {
            set.forEach((key, value) -> values.put(String.valueOf(key), String.valueOf(value)));
        }
        return values;
    }

    private String text(String name) {
        return Objects.requireNonNull(given.text(name), name);
    }

    private List<String> yamlFiles() {
        String place = text("folder");
        try (Stream<Path> files = Files.list(folder.resolve(place))) {
            return files.map(file -> place + "/" + file.getFileName()).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the files of the call say now. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        Stream.of("file", "gates", "tests").filter(given::has).forEach(name -> texts.put(text(name), read(text(name))));
        if (given.has("folder")) {
            yamlFiles().forEach(file -> texts.put(file, read(file)));
        }
        return texts;
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Map<String, String> workspaces() {
        Map<String, String> workspaces = new LinkedHashMap<>();
        Map.of("workspace", Scene.WORKSPACE, "championIn", Scene.CHAMPION, "to", Scene.TARGET)
                .forEach((argument, role) -> {
                    if (given.has(argument)) {
                        workspaces.put(role, text(argument));
                    }
                });
        return workspaces;
    }
}
