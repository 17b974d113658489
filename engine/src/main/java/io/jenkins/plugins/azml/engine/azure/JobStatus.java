package io.jenkins.plugins.azml.engine.azure;

import java.util.Arrays;

/**
 * The status of a job, as the service names it (enum JobStatus of its REST models). Only {@link #COMPLETED} is success;
 * {@link #NOT_RESPONDING} is no end, a job can come back from it; a status that is not known yet counts as running.
 */
public enum JobStatus {
    NOT_STARTED("NotStarted", false),
    STARTING("Starting", false),
    PROVISIONING("Provisioning", false),
    PREPARING("Preparing", false),
    QUEUED("Queued", false),
    RUNNING("Running", false),
    FINALIZING("Finalizing", false),
    CANCEL_REQUESTED("CancelRequested", false),
    COMPLETED("Completed", true),
    FAILED("Failed", true),
    CANCELED("Canceled", true),
    NOT_RESPONDING("NotResponding", false),
    PAUSED("Paused", false),
    UNKNOWN("Unknown", false);

    private final String wire;
    private final boolean terminal;

    JobStatus(String wire, boolean terminal) {
        this.wire = wire;
        this.terminal = terminal;
    }

    public static JobStatus of(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire.equals(wire))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The service's own word. */
    public String wire() {
        return wire;
    }

    /** Whether the job stays as it is from here on. */
    public boolean terminal() {
        return terminal;
    }

    /** Whether the job has not begun its own work: what a limit on queueing counts. */
    public boolean waitsForCompute() {
        return this == NOT_STARTED || this == QUEUED || this == STARTING || this == PROVISIONING || this == PREPARING;
    }
}
