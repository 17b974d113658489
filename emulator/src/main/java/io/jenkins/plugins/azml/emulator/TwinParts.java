package io.jenkins.plugins.azml.emulator;

import io.jenkins.plugins.azml.emulator.blob.InMemoryBlobStore;
import io.jenkins.plugins.azml.emulator.clock.EmulatorClock;
import io.jenkins.plugins.azml.emulator.jobs.ScriptedJobs;
import io.jenkins.plugins.azml.emulator.mlflow.InMemoryTracking;
import io.jenkins.plugins.azml.emulator.serving.ScriptedScoring;
import java.net.URI;
import java.util.Optional;

/** The parts that run nothing. */
final class TwinParts {
    private TwinParts() {}

    static Parts create(URI blobAddress, EmulatorClock clock) {
        InMemoryBlobStore blobs = new InMemoryBlobStore(blobAddress, clock);
        InMemoryTracking tracking = new InMemoryTracking(blobs, clock);
        return new Parts(
                blobs,
                tracking,
                new ScriptedJobs(blobs, tracking, clock),
                new ScriptedScoring(blobs, clock),
                Optional.of(blobs));
    }
}
