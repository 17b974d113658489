package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.azure.JobStatus;
import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.ProblemKind;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Ends a job: asks once, and waits until it has ended. */
final class Canceller {
    private static final Duration POLL = Duration.ofSeconds(3);
    private static final Duration ASK_AGAIN = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Workspace workspace;
    private final String name;
    private final StageContext context;

    Canceller(Workspace workspace, String name, StageContext context) {
        this.workspace = workspace;
        this.name = name;
        this.context = context;
    }

    Turn<TrainState, Trained> turn(TrainState.Cancelling state) {
        Optional<Jobs.Job> job = workspace.jobs().find(name);
        if (job.isEmpty()) {
            return absent(state);
        }
        if (job.get().status().terminal()) {
            context.say("job '" + name + "' is " + job.get().status().wire());
            throw state.because().asException();
        }
        if (context.now().isAfter(state.since().plus(PATIENCE))) {
            throw stuck(job.get().status());
        }
        return isToAsk(state, job.get().status()) ? ask(state) : Turn.wait(state, Until.elapsed(POLL));
    }

    private boolean isToAsk(TrainState.Cancelling state, JobStatus status) {
        Instant asked = state.asked();
        return status != JobStatus.CANCEL_REQUESTED
                && (asked == null || context.now().isAfter(asked.plus(ASK_AGAIN)));
    }

    private Turn<TrainState, Trained> ask(TrainState.Cancelling state) {
        try {
            workspace.jobs().cancel(name);
        } catch (ProblemException e) {
            // A job that is Finalizing refuses to be cancelled and ends by itself.
            if (e.problem().kind() != ProblemKind.FAILED) {
                throw e;
            }
        }
        return Turn.wait(new TrainState.Cancelling(state.because(), state.since(), context.now()), Until.elapsed(POLL));
    }

    /** A submission whose answer was lost can still be on its way, and a read can be older than it. */
    private Turn<TrainState, Trained> absent(TrainState.Cancelling state) {
        if (context.now().isBefore(state.since().plus(StageContext.LATEST))) {
            return Turn.wait(state, Until.elapsed(POLL));
        }
        throw state.because().asException();
    }

    private ProblemException stuck(JobStatus status) {
        return Problem.of(
                        ProblemCode.TIMED_OUT,
                        "job '" + name + "' was asked to end " + PATIENCE.toMinutes() + " minutes ago and is still "
                                + status.wire() + "; look at its compute")
                .asException();
    }
}
