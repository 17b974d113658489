package io.jenkins.plugins.azml.emulator.jobs;

/** Runs jobs. Safe for use by several threads. */
public interface JobRunner extends AutoCloseable {
    /** Takes a job on and returns at once; the listener hears the rest, never from within this call. */
    void submit(JobPlan plan, JobListener listener);

    /** Asks a job to end; its listener hears {@link JobOutcome.Canceled} later. Nothing happens when it is over or unknown. */
    void cancel(JobKey key);

    /** Ends all jobs without telling their listeners. */
    @Override
    void close();
}
