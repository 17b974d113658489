package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.blob.BlobStore;
import io.jenkins.plugins.azml.emulator.blob.InMemoryBlobStore;
import io.jenkins.plugins.azml.emulator.jobs.JobRunner;
import io.jenkins.plugins.azml.emulator.mlflow.TrackingStore;
import io.jenkins.plugins.azml.emulator.serving.ScoringHost;
import java.util.Optional;

/**
 * The four servers behind the operations.
 *
 * @param blobsHere the blob store, when the emulator itself answers for it
 */
record Parts(
        BlobStore blobs,
        TrackingStore tracking,
        JobRunner jobs,
        ScoringHost scoring,
        Optional<InMemoryBlobStore> blobsHere)
        implements AutoCloseable {

    void start() {
        blobs.start();
        tracking.start();
    }

    /** Ends jobs and deployments first: they write to the others until they end. */
    @Override
    public void close() {
        jobs.close();
        scoring.close();
        tracking.close();
        blobs.close();
    }
}
