package io.jenkins.plugins.azml.emulator.jobs;

/** Hears of one job. Called by one thread at a time; nothing follows {@link #ended}. */
public interface JobListener {
    /** The job went on to a status that is not its last. */
    void status(JobStatus status);

    /** The job wrote to its standard output or error; owned by the callee afterwards. */
    void log(byte[] bytes);

    /** The job is over and everything it leaves behind is stored. */
    void ended(JobOutcome outcome);
}
