package io.jenkins.plugins.azml.engine.problem;

/** What sort of failure a problem is. Each door maps a kind to its own result: an exit code, a build result. */
public enum ProblemKind {
    /** What the user wrote is wrong: a file, an argument, a name. */
    INPUT,
    /** The stage ran and did not succeed: a job failed, the service refused. */
    FAILED,
    /** A gate stopped the stage. */
    GATE,
    /** Somebody cancelled. */
    CANCELLED,
    /** Azure could not be reached, or did not let us in. */
    UNREACHABLE,
    /** A write may or may not have happened, and looking did not settle it. */
    OUTCOME_UNKNOWN,
    /** A mistake of ours. */
    BUG;

    /** Whether a run that met it is over; if not, a later try may go on from where it stands. */
    public boolean ends() {
        return this == FAILED || this == GATE || this == CANCELLED;
    }
}
