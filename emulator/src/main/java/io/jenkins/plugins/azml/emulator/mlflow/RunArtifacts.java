package io.jenkins.plugins.azml.emulator.mlflow;

import io.jenkins.plugins.azml.emulator.blob.BlobLocation;

/** Where the artifacts of a run lie. */
@FunctionalInterface
public interface RunArtifacts {
    BlobLocation of(String workspace, String runId);
}
