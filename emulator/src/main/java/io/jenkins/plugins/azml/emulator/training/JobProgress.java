package io.jenkins.plugins.azml.emulator.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.asset.BlobUris;
import io.jenkins.plugins.azml.emulator.asset.OutputAssets;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Operations;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.jobs.JobListener;
import io.jenkins.plugins.azml.emulator.jobs.JobOutcome;
import io.jenkins.plugins.azml.emulator.jobs.JobStatus;
import io.jenkins.plugins.azml.emulator.store.LedgerEntry;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.Optional;

/** Writes down what the runner of jobs tells: status, log, end. */
final class JobProgress {
    /** Where a job's output is found among its artifacts. */
    static final String LOG = "user_logs/std_log.txt";

    private final Cloud cloud;
    private final Operations operations;
    private final Arm arm;

    JobProgress(Cloud cloud, Operations operations) {
        this.cloud = cloud;
        this.operations = operations;
        this.arm = new Arm(cloud.settings().scope());
    }

    JobListener listener(ResourceKey key) {
        return new JobListener() {
            @Override
            public void status(JobStatus status) {
                cloud.exclusive().run(() -> running(key, status));
            }

            @Override
            public void log(byte[] bytes) {
                BlobLocation artifacts = BlobUris.artifacts(key);
                cloud.blobs().append(artifacts.container(), artifacts.below(LOG), bytes);
            }

            @Override
            public void ended(JobOutcome outcome) {
                cloud.exclusive().run(() -> end(key, outcome));
            }
        };
    }

    /** Where a job stands by itself; a cancel that was asked for is not forgotten. */
    private void running(ResourceKey key, JobStatus status) {
        Optional<Resource> job = cloud.store().find(key);
        if (job.isPresent() && Jobs.status(job.get()) != JobStatus.CancelRequested) {
            status(key, status);
        }
    }

    void status(ResourceKey key, JobStatus status) {
        Resource job = cloud.store().find(key).orElseThrow();
        ObjectNode properties = job.properties();
        properties.put("status", status.name());
        String now = cloud.clock().instant().toString();
        if (status == JobStatus.Running) {
            job.hidden().put("started", now);
        }
        if (status.isTerminal()) {
            job.hidden().put("ended", now);
        }
        cloud.store().save(job.modifiedAt(cloud.clock().instant()));
        cloud.store().record(new LedgerEntry(cloud.clock().instant(), "Job_Status", arm.id(key), "", status.name()));
    }

    void interrupted(ResourceKey key) {
        end(
                key,
                new JobOutcome.Failed(
                        "SystemError", "the emulator ended while the job ran; submit it again under another name"));
    }

    private void end(ResourceKey key, JobOutcome outcome) {
        Optional<Resource> job = cloud.store().find(key);
        if (job.isEmpty() || Jobs.status(job.get()).isTerminal()) {
            return;
        }
        if (outcome instanceof JobOutcome.Failed failed) {
            job.get().hidden().set("error", new ArmError(400, failed.code(), failed.message()).error());
            cloud.store().save(job.get());
        }
        status(key, status(outcome));
        if (outcome instanceof JobOutcome.Completed) {
            new OutputAssets(cloud).register(job.get());
        }
        cloud.tracking().endRun(key.workspace(), key.name(), mlflowStatus(outcome));
        finishCancel(job.get(), outcome);
    }

    private void finishCancel(Resource job, JobOutcome outcome) {
        String operation = job.hidden().path("cancelOperation").asText();
        if (operation.isEmpty()) {
            return;
        }
        if (outcome instanceof JobOutcome.Canceled) {
            operations.succeed(operation);
        } else {
            operations.fail(
                    operation,
                    ArmError.userError("The job '" + job.key().name() + "' ended before it could be canceled."));
        }
    }

    private static JobStatus status(JobOutcome outcome) {
        if (outcome instanceof JobOutcome.Completed) {
            return JobStatus.Completed;
        }
        return outcome instanceof JobOutcome.Canceled ? JobStatus.Canceled : JobStatus.Failed;
    }

    private static String mlflowStatus(JobOutcome outcome) {
        if (outcome instanceof JobOutcome.Completed) {
            return "FINISHED";
        }
        return outcome instanceof JobOutcome.Canceled ? "KILLED" : "FAILED";
    }
}
