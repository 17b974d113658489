package io.jenkins.plugins.azml.emulator.mlflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run in memory, with every value that each metric ever had. */
final class MemoryRun {
    /** @param timestamp in milliseconds, as MLflow counts */
    record Metric(String key, double value, long timestamp, long step) {
        ObjectNode json() {
            return Json.object()
                    .put("key", key)
                    .put("value", value)
                    .put("timestamp", timestamp)
                    .put("step", step);
        }
    }

    private final String id;
    private final String experiment;
    private final Instant started;
    private final String artifactUri;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, List<Metric>> metrics = new LinkedHashMap<>();
    private String name;
    private String status = "RUNNING";
    private Optional<Long> ended = Optional.empty();

    MemoryRun(String id, String experiment, String name, Instant started, String artifactUri) {
        this.id = id;
        this.experiment = experiment;
        this.name = name;
        this.started = started;
        this.artifactUri = artifactUri;
    }

    MemoryRun copy() {
        MemoryRun copy = new MemoryRun(id, experiment, name, started, artifactUri);
        copy.parameters.putAll(parameters);
        copy.tags.putAll(tags);
        metrics.forEach((key, history) -> copy.metrics.put(key, new ArrayList<>(history)));
        copy.status = status;
        copy.ended = ended;
        return copy;
    }

    String id() {
        return id;
    }

    String experiment() {
        return experiment;
    }

    Map<String, String> tags() {
        return tags;
    }

    String status() {
        return status;
    }

    void rename(String other) {
        name = other;
    }

    void end(String with, long timestamp) {
        status = with;
        ended = Optional.of(timestamp);
    }

    void tag(String key, String value) {
        tags.put(key, value);
    }

    void parameter(String key, String value) {
        String before = parameters.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            throw MlflowError.invalid("the parameter '" + key + "' was logged before with another value");
        }
    }

    void metric(Metric metric) {
        metrics.computeIfAbsent(metric.key(), key -> new ArrayList<>()).add(metric);
    }

    List<Metric> history(String key) {
        return List.copyOf(metrics.getOrDefault(key, List.of()));
    }

    ObjectNode json() {
        ObjectNode run = Json.object();
        run.set("info", info());
        ObjectNode data = run.putObject("data");
        ArrayNode latest = data.putArray("metrics");
        metrics.values().forEach(history -> latest.add(newest(history).json()));
        pairs(data.putArray("params"), parameters);
        pairs(data.putArray("tags"), tags);
        return run;
    }

    private ObjectNode info() {
        ObjectNode info = Json.object()
                .put("run_id", id)
                .put("run_uuid", id)
                .put("run_name", name)
                .put("experiment_id", experiment)
                .put("status", status)
                .put("start_time", started.toEpochMilli())
                .put("artifact_uri", artifactUri)
                .put("lifecycle_stage", "active");
        ended.ifPresent(time -> info.put("end_time", time));
        return info;
    }

    /** MLflow shows the value of the highest step; of equal steps the latest, and of equal times the greatest. */
    private static Metric newest(List<Metric> history) {
        return history.stream()
                .max(java.util.Comparator.comparingLong(Metric::step)
                        .thenComparingLong(Metric::timestamp)
                        .thenComparingDouble(Metric::value))
                .orElseThrow();
    }

    private static void pairs(ArrayNode array, Map<String, String> values) {
        values.forEach((key, value) -> array.addObject().put("key", key).put("value", value));
    }
}
