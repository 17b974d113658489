package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.ProblemKind;
import io.jenkins.plugins.azml.engine.turn.RunId;

/** A run that ended badly or cannot go on now. */
public final class RunFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RunId run;
    private final String stage;
    private final ProblemException failure;

    RunFailed(RunId run, String stage, ProblemException failure) {
        super(failure);
        this.run = run;
        this.stage = stage;
        this.failure = failure;
    }

    public RunId run() {
        return run;
    }

    public String stage() {
        return stage;
    }

    public ProblemException failure() {
        return failure;
    }

    /** Whether it is the caller's own mistake. */
    boolean isOfInput() {
        return failure.problem().kind() == ProblemKind.INPUT;
    }

    /** Whether taking the run up again can help. */
    public boolean mayGoOn() {
        return switch (failure.problem().kind()) {
            case UNREACHABLE, OUTCOME_UNKNOWN, BUG -> true;
            case INPUT, FAILED, GATE, CANCELLED -> false;
        };
    }
}
