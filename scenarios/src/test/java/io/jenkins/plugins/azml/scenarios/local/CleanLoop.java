package io.jenkins.plugins.azml.scenarios.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A whole loop that nothing disturbed: what others are compared with, and a project to go on with. */
record CleanLoop(Loop loop, Shell shell, Map<String, Outcome> outcomes, EndState end) {

    static CleanLoop run(LocalAzure azure) {
        Path project = Places.example("clean");
        Loop loop = new Loop(project, "clean", "dev", "prod");
        Shell shell = new Shell(project, azure.environment("dev"));
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Loop.Step step : loop.steps()) {
            outcomes.put(step.run(), shell.azml(step.arguments()).ok());
        }
        return new CleanLoop(loop, shell, outcomes, EndState.of(azure, loop));
    }
}
