package io.jenkins.plugins.azml.cli;

import io.jenkins.plugins.azml.engine.problem.ProblemKind;

/** How a command ends; the table for users is in {@code docs/cli.md}. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    USAGE(2),
    GATE(3),
    CANCELLED(4),
    UNREACHABLE(5),
    OUTCOME_UNKNOWN(6),
    BUG(70);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /** The status of the process. */
    public int status() {
        return status;
    }

    public static ExitCode of(ProblemKind kind) {
        return switch (kind) {
            case INPUT -> USAGE;
            case FAILED -> FAILED;
            case GATE -> GATE;
            case CANCELLED -> CANCELLED;
            case UNREACHABLE -> UNREACHABLE;
            case OUTCOME_UNKNOWN -> OUTCOME_UNKNOWN;
            case BUG -> BUG;
        };
    }
}
