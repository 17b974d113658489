package io.jenkins.plugins.azml.emulator.mlflow;

import java.util.Map;

/**
 * The run of a job in the tracking store.
 *
 * @param runId equal to the job's name, and the id under which MLflow clients find the run
 * @param artifactUri where the service tells clients that the run's artifacts are
 */
public record TrackedRun(
        String workspace,
        String experiment,
        String runId,
        String displayName,
        Map<String, String> tags,
        String artifactUri) {
    public TrackedRun {
        tags = Map.copyOf(tags);
    }
}
