package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.azure.JobStatus;
import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.azure.RunHistory;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.logs.LogCursor;
import io.jenkins.plugins.azml.engine.logs.LogPage;
import io.jenkins.plugins.azml.engine.logs.LogReader;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a job once: its status, what came new of its log, whether it takes too long. */
final class Follower {
    private static final Duration LOG_POLL = Duration.ofSeconds(2);
    private static final Duration STATUS_POLL = Duration.ofMinutes(10);
    private static final Duration NOT_YET = Duration.ofMinutes(5);
    private static final int MOST_MISSED = 3;

    private final Workspace workspace;
    private final TrainRequest request;
    private final StageContext context;
    private final String name;
    private boolean unreadable;

    Follower(Workspace workspace, TrainRequest request, StageContext context) {
        this.workspace = workspace;
        this.request = request;
        this.context = context;
        this.name = request.run().value();
    }

    Turn<TrainState, Trained> turn(TrainState.Following state) {
        Optional<Jobs.Job> job = workspace.jobs().find(name);
        if (job.isEmpty()) {
            return notYet(state);
        }
        JobStatus status = job.get().status();
        if (context.lookFirst() && request.follow()) {
            context.say("following job '" + name + "' again, from byte "
                    + state.log().offset() + " of its log");
        }
        if (status != state.status()) {
            context.say("job '" + name + "' is " + status.wire());
        }
        return request.follow() ? readLog(state, status) : go(state, status, state.log(), false, 0);
    }

    private Turn<TrainState, Trained> readLog(TrainState.Following state, JobStatus status) {
        Optional<LogPage> page = page(state, status);
        if (page.isEmpty()) {
            int missed = state.missed() + 1;
            boolean again = status.terminal() && missed < MOST_MISSED;
            if (status.terminal() && !again && unreadable) {
                context.say("[the end of the log of job '" + name + "' could not be read]");
            }
            return go(state, status, state.log(), again, missed);
        }
        page.get().lines().forEach(line -> context.tell(new Event.LogLine(line)));
        return go(state, status, page.get().next(), page.get().more(), 0);
    }

    /** Empty where the log cannot be read now: a log never decides over a job. */
    private Optional<LogPage> page(TrainState.Following state, JobStatus status) {
        try {
            return workspace
                    .runHistory()
                    .details(name)
                    .flatMap(RunHistory.Details::mainLog)
                    .map(log -> new LogReader(workspace.blobs())
                            .read(BlobUrl.of(log.toString()), state.log(), status.terminal()));
        } catch (Unsettled | ProblemException e) {
            unreadable = true;
            return Optional.empty();
        }
    }

    private Turn<TrainState, Trained> go(
            TrainState.Following state, JobStatus status, LogCursor log, boolean more, int missed) {
        if (status.terminal() && !more) {
            return Turn.next(new TrainState.Ended(status, state.filesSent()));
        }
        Instant began = began(state, status);
        Optional<Problem> tooLong = tooLong(state.submitted(), began);
        if (tooLong.isPresent()) {
            context.say(tooLong.get().what() + "; cancelling it");
            return Turn.next(new TrainState.Cancelling(tooLong.get(), context.now(), null));
        }
        var next = new TrainState.Following(status, state.submitted(), began, log, missed, state.filesSent());
        return Turn.wait(next, more && missed == 0 ? Until.now() : poll(status, state.submitted(), began));
    }

    private @Nullable Instant began(TrainState.Following state, JobStatus status) {
        return state.began() != null || status.waitsForCompute() ? state.began() : context.now();
    }

    private Until poll(JobStatus status, Instant submitted, @Nullable Instant began) {
        if (request.follow()) {
            return Until.jobChanges(name, status.wire(), LOG_POLL);
        }
        Duration left = Duration.between(context.now(), deadline(submitted, began));
        return Until.jobChanges(name, status.wire(), left.compareTo(STATUS_POLL) < 0 ? left : STATUS_POLL);
    }

    private Instant deadline(Instant submitted, @Nullable Instant began) {
        return began == null
                ? submitted.plus(request.limits().queued())
                : began.plus(request.limits().running());
    }

    private Optional<Problem> tooLong(Instant submitted, @Nullable Instant began) {
        if (context.now().isBefore(deadline(submitted, began))) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                ProblemCode.TIMED_OUT,
                began == null
                        ? "job '" + name + "' waited for compute longer than "
                                + request.limits().queued()
                        : "job '" + name + "' ran longer than "
                                + request.limits().running()));
    }

    /** The job was submitted: that it cannot be read yet is no reason to submit another. */
    private Turn<TrainState, Trained> notYet(TrainState.Following state) {
        if (context.now().isAfter(state.submitted().plus(NOT_YET)) && state.began() == null) {
            throw Problem.of(
                            ProblemCode.NOT_FOUND,
                            "job '" + name + "' was submitted to workspace '" + workspace.id()
                                    + "' but is not there after " + NOT_YET.toMinutes() + " minutes")
                    .asException();
        }
        return Turn.wait(state, Until.elapsed(LOG_POLL));
    }
}
