package io.jenkins.plugins.azml.scenarios.simulation;

/** The invariants that a simulated run is held to; INVARIANTS.md says each in words. */
enum Check {
    ONE_OBJECT_A_NAME,
    END_STATE,
    RESULT,
    ONE_WRITE_A_SAVE,
    NO_WRITE_AFTER_END,
    GENERATION,
    STATE_SIZE,
    ROUND_TRIP,
    LIVENESS,
    PATIENCE,
    RETRY_AFTER,
    TRAFFIC,
    CANCEL,
    SECRET,
    LOG_LINES,
    TYPED_PROBLEM,
    SAME_END_AGAIN
}
