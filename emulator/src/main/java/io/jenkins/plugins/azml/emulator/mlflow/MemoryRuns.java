package io.jenkins.plugins.azml.emulator.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Experiments and runs of all workspaces. */
final class MemoryRuns {
    record Experiment(String id, String name) {}

    private record Id(String workspace, String id) {}

    private final Map<Id, Experiment> experiments = new LinkedHashMap<>();
    private final Map<Id, MemoryRun> runs = new LinkedHashMap<>();
    private final Map<Id, BlobLocation> artifacts = new HashMap<>();
    private final InstantSource clock;

    MemoryRuns(InstantSource clock) {
        this.clock = clock;
    }

    MemoryRuns copy(InstantSource other) {
        MemoryRuns copy = new MemoryRuns(other);
        copy.experiments.putAll(experiments);
        runs.forEach((id, run) -> copy.runs.put(id, run.copy()));
        copy.artifacts.putAll(artifacts);
        return copy;
    }

    void start(TrackedRun tracked) {
        Id id = new Id(tracked.workspace(), tracked.runId());
        if (runs.containsKey(id)) {
            return;
        }
        Experiment experiment = named(tracked.workspace(), tracked.experiment())
                .orElseGet(() -> createExperiment(tracked.workspace(), tracked.experiment()));
        MemoryRun run = new MemoryRun(
                tracked.runId(), experiment.id(), tracked.displayName(), clock.instant(), tracked.artifactUri());
        tracked.tags().forEach(run::tag);
        runs.put(id, run);
        artifacts.put(id, tracked.artifacts());
    }

    Experiment createExperiment(String workspace, String name) {
        if (named(workspace, name).isPresent()) {
            throw MlflowError.exists("Experiment", name);
        }
        Experiment experiment = new Experiment(String.valueOf(experiments.size() + 1), name);
        experiments.put(new Id(workspace, experiment.id()), experiment);
        return experiment;
    }

    Experiment experiment(String workspace, String id) {
        return Optional.ofNullable(experiments.get(new Id(workspace, id)))
                .orElseThrow(() -> MlflowError.missing("Experiment", id));
    }

    Experiment experimentByName(String workspace, String name) {
        return named(workspace, name).orElseThrow(() -> MlflowError.missing("Experiment", name));
    }

    MemoryRun create(String workspace, JsonNode body) {
        Experiment experiment = experiment(workspace, body.path("experiment_id").asText());
        String runId = "run-" + (runs.size() + 1);
        Instant started = body.has("start_time")
                ? Instant.ofEpochMilli(body.path("start_time").asLong())
                : clock.instant();
        MemoryRun run =
                new MemoryRun(runId, experiment.id(), body.path("run_name").asText(runId), started, "");
        body.path("tags")
                .forEach(tag ->
                        run.tag(tag.path("key").asText(), tag.path("value").asText()));
        runs.put(new Id(workspace, runId), run);
        return run;
    }

    MemoryRun run(String workspace, String id) {
        return Optional.ofNullable(runs.get(new Id(workspace, id))).orElseThrow(() -> MlflowError.missing("Run", id));
    }

    List<MemoryRun> ofExperiment(String workspace, String experiment) {
        return runs.entrySet().stream()
                .filter(entry -> entry.getKey().workspace().equals(workspace))
                .map(Map.Entry::getValue)
                .filter(run -> run.experiment().equals(experiment))
                .toList();
    }

    Optional<BlobLocation> artifacts(String workspace, String runId) {
        return Optional.ofNullable(artifacts.get(new Id(workspace, runId)));
    }

    private Optional<Experiment> named(String workspace, String name) {
        return experiments.entrySet().stream()
                .filter(entry -> entry.getKey().workspace().equals(workspace))
                .map(Map.Entry::getValue)
                .filter(experiment -> experiment.name().equals(name))
                .findFirst();
    }
}
