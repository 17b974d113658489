package io.jenkins.plugins.azml.emulator.mlflow;

import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import java.util.Map;

/**
 * The run of a job in the tracking store.
 *
 * @param runId equal to the job's name, and the id under which MLflow clients find the run
 * @param artifactUri where the service tells clients that the run's artifacts are
 * @param artifacts where they are stored
 */
public record TrackedRun(
        String workspace,
        String experiment,
        String runId,
        String displayName,
        Map<String, String> tags,
        String artifactUri,
        BlobLocation artifacts) {
    public TrackedRun {
        tags = Map.copyOf(tags);
    }
}
