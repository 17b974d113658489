package io.jenkins.plugins.azml.cli.demo;

import hudson.model.Result;
import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.console.Words;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.runner.RunResult;
import io.jenkins.plugins.azml.runner.build.StageNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One build of the demo as it went.
 *
 * @param of what was built
 * @param evidence what the build archived about the model
 */
record DemoBuild(String of, RunResult run, Evidence evidence) {
    private static final Path EVIDENCE = Path.of("archive", "azml-evidence", "diabetes.json");

    static DemoBuild of(String what, RunResult run) {
        Path file = run.folder().resolve(EVIDENCE);
        try {
            return new DemoBuild(
                    what, run, new Evidence(JsonObject.read(Files.exists(file) ? Files.readString(file) : "{}")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean succeeded() {
        return run.result().equals(Result.SUCCESS);
    }

    /** Held by a gate: the build is unstable, and says which gate. */
    boolean isRefused() {
        return run.result().equals(Result.UNSTABLE) && evidence.verdict().equals("worse");
    }

    /** A line for each of its stages. */
    void addTo(Table table) {
        String build = of;
        for (StageNode stage : run.stages()) {
            table.row(
                    build, stage.name(), stage.status().word(), Words.of(stage.time()), evidence.figures(stage.name()));
            build = "";
        }
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("build", of);
        json.put("result", run.result().toString());
        json.put("stages", run.stages().stream().map(this::json).toList());
        json.put("record", run.folder().toString());
        return json;
    }

    private Map<String, Object> json(StageNode stage) {
        return Map.of(
                "name", stage.name(),
                "status", stage.status().word(),
                "seconds", stage.time().toMillis() / 1000.0,
                "figures", evidence.figures(stage.name()));
    }

    static List<Map<String, Object>> json(List<DemoBuild> builds) {
        return builds.stream().map(DemoBuild::json).toList();
    }
}
