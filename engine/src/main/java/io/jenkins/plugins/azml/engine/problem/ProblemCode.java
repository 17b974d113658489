package io.jenkins.plugins.azml.engine.problem;

/** Every failure that the engine can report. Each has a heading in {@code docs/errors.md}. */
public enum ProblemCode {
    INVALID_FILE(ProblemKind.INPUT),
    INVALID_ARGUMENT(ProblemKind.INPUT),
    FILE_NOT_FOUND(ProblemKind.INPUT),
    NOT_SUPPORTED(ProblemKind.INPUT),
    RUN_NOT_FOUND(ProblemKind.INPUT),
    STATE_UNREADABLE(ProblemKind.INPUT),
    STATE_IN_USE(ProblemKind.INPUT),

    NOT_FOUND(ProblemKind.FAILED),
    CONFLICT(ProblemKind.FAILED),
    REFUSED(ProblemKind.FAILED),
    SERVICE_ERROR(ProblemKind.FAILED),
    UNREADABLE_ANSWER(ProblemKind.FAILED),
    JOB_FAILED(ProblemKind.FAILED),
    JOB_CANCELLED_ELSEWHERE(ProblemKind.FAILED),
    DEPLOYMENT_FAILED(ProblemKind.FAILED),
    TEST_FAILED(ProblemKind.FAILED),
    DIGEST_MISMATCH(ProblemKind.FAILED),
    TIMED_OUT(ProblemKind.FAILED),
    LOCAL_DISK(ProblemKind.FAILED),
    NOT_STARTED(ProblemKind.FAILED),

    GATE_STOPPED(ProblemKind.GATE),

    CANCELLED(ProblemKind.CANCELLED),

    UNREACHABLE(ProblemKind.UNREACHABLE),
    NOT_RUNNING(ProblemKind.UNREACHABLE),
    THROTTLED(ProblemKind.UNREACHABLE),
    NOT_SIGNED_IN(ProblemKind.UNREACHABLE),
    NOT_ALLOWED(ProblemKind.UNREACHABLE),
    HOST_NOT_LISTED(ProblemKind.UNREACHABLE),

    OUTCOME_UNKNOWN(ProblemKind.OUTCOME_UNKNOWN),

    BUG(ProblemKind.BUG);

    private final ProblemKind kind;

    ProblemCode(ProblemKind kind) {
        this.kind = kind;
    }

    public ProblemKind kind() {
        return kind;
    }
}
