package io.jenkins.plugins.azml.emulator.jobs;

import java.util.function.BooleanSupplier;

/** Lets one thread at a time through, and nobody when the runner is closed. */
final class SerialJobListener implements JobListener {
    private final JobListener target;
    private final BooleanSupplier isClosed;

    SerialJobListener(JobListener target, BooleanSupplier isClosed) {
        this.target = target;
        this.isClosed = isClosed;
    }

    @Override
    public synchronized void status(JobStatus status) {
        if (!isClosed.getAsBoolean()) {
            target.status(status);
        }
    }

    @Override
    public synchronized void log(byte[] bytes) {
        if (!isClosed.getAsBoolean()) {
            target.log(bytes);
        }
    }

    @Override
    public synchronized void ended(JobOutcome outcome) {
        if (!isClosed.getAsBoolean()) {
            target.ended(outcome);
        }
    }
}
