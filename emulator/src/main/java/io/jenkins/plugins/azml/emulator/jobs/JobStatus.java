package io.jenkins.plugins.azml.emulator.jobs;

/** Where a job stands, with the names of the service. */
public enum JobStatus {
    NotStarted,
    Queued,
    Preparing,
    Running,
    Finalizing,
    CancelRequested,
    Completed,
    Failed,
    Canceled;

    public boolean isTerminal() {
        return this == Completed || this == Failed || this == Canceled;
    }
}
