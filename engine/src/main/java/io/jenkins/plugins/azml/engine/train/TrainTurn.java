package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.assets.Naming;
import io.jenkins.plugins.azml.engine.assets.Supplied;
import io.jenkins.plugins.azml.engine.assets.Supply;
import io.jenkins.plugins.azml.engine.azure.JobStatus;
import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.azure.RunHistory;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.azure.Tracking;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.logs.LogCursor;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.spec.Writes;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import java.util.Map;
import java.util.Optional;

/** One turn of a training, by the state that it starts from. */
final class TrainTurn implements TrainState.Cases<Turn<TrainState, Trained>> {
    private final Workspace workspace;
    private final TrainRequest request;
    private final StageContext context;
    private final String name;

    TrainTurn(Workspace workspace, TrainRequest request, StageContext context) {
        this.workspace = workspace;
        this.request = request;
        this.context = context;
        this.name = request.run().value();
    }

    @Override
    public Turn<TrainState, Trained> supplying(TrainState.Supplying state) {
        checkSpec(state.specHash());
        Optional<Supplied> more = supply().next(state.so());
        // Saved before the job is: somebody who cancels then knows that there may be one.
        return Turn.next(
                more.isEmpty()
                        ? new TrainState.Submitting(state.specHash(), state.so())
                        : new TrainState.Supplying(state.specHash(), more.get()));
    }

    @Override
    public Turn<TrainState, Trained> submitting(TrainState.Submitting state) {
        checkSpec(state.specHash());
        Optional<Jobs.Job> there = context.lookFirst() ? ours() : Optional.empty();
        Optional<String> same = there.isEmpty() && request.reuse() ? sameContent(state.so()) : Optional.empty();
        if (same.isPresent()) {
            context.say("job '" + same.get() + "' had the same code, data, environment and parameters: it is reused");
            return Turn.next(new TrainState.Reused(same.get(), state.so().filesSent()));
        }
        Jobs.Job job = there.orElseGet(() -> submit(state.so()));
        context.say("job '" + name + "' was submitted: " + job.status().wire());
        if (!job.studioUrl().isEmpty()) {
            context.say("studio: " + job.studioUrl());
        }
        return Turn.next(new TrainState.Following(
                job.status(),
                context.now(),
                null,
                LogCursor.start(),
                0,
                state.so().filesSent()));
    }

    @Override
    public Turn<TrainState, Trained> following(TrainState.Following state) {
        return new Follower(workspace, request, context).turn(state);
    }

    @Override
    public Turn<TrainState, Trained> ended(TrainState.Ended state) {
        return switch (state.status()) {
            case COMPLETED -> Turn.done(state, trained(name, state.filesSent()));
            case CANCELED ->
                throw Problem.of(
                                ProblemCode.JOB_CANCELLED_ELSEWHERE,
                                "job '" + name + "' was cancelled, and not by this run")
                        .asException();
            default -> throw failed(state.status());
        };
    }

    @Override
    public Turn<TrainState, Trained> reused(TrainState.Reused state) {
        return Turn.done(state, trained(state.job(), state.filesSent()));
    }

    @Override
    public Turn<TrainState, Trained> cancelling(TrainState.Cancelling state) {
        return new Canceller(workspace, name, context).turn(state);
    }

    private Supply supply() {
        return new Supply(
                workspace,
                references -> Writes.of(request.job(), references),
                new Naming(name, "1", request.experiment()));
    }

    private Jobs.Job submit(Supplied so) {
        try {
            return workspace.jobs().put(name, JobBody.of(supply().last(so).body(), request));
        } catch (ProblemException e) {
            // The name is ours: a job that holds it already is this run's own, submitted by an earlier try.
            if (e.problem().code() == ProblemCode.CONFLICT) {
                return ours().orElseThrow(() -> e);
            }
            throw new Diagnosis(workspace).of(e, supply().last(so));
        }
    }

    private Optional<Jobs.Job> ours() {
        Optional<Jobs.Job> job = workspace.jobs().find(name);
        job.filter(found -> !name.equals(found.tags().get(Tags.RUN))).ifPresent(other -> {
            throw Problem.of(
                            ProblemCode.CONFLICT,
                            "there is a job '" + name + "' in workspace '" + workspace.id()
                                    + "' that this run did not submit; choose another run id")
                    .asException();
        });
        return job;
    }

    /** A completed job whose code, data, environment and parameters are those of this one. */
    private Optional<String> sameContent(Supplied so) {
        return JobContent.tag(supply().last(so).body())
                .flatMap(content -> workspace.jobs().list(content).jobs().stream()
                        .filter(job -> job.status() == JobStatus.COMPLETED
                                && job.tags().containsKey(content))
                        .map(Jobs.Job::name)
                        .findFirst());
    }

    private Trained trained(String completed, int filesSent) {
        Jobs.Job job = workspace.jobs().find(completed).orElseThrow(() -> notYet(completed));
        Optional<Tracking.Run> logged = workspace.tracking().find(completed);
        return new Trained(
                completed,
                job.studioUrl(),
                logged.map(Tracking.Run::metrics).orElse(Map.of()),
                logged.map(Tracking.Run::params).orElse(Map.of()),
                job.tags(),
                filesSent);
    }

    private ProblemException failed(JobStatus status) {
        String why = workspace
                .runHistory()
                .details(name)
                .flatMap(RunHistory.Details::error)
                .filter(error -> !error.isEmpty())
                .map(error -> ": " + error)
                .orElse("");
        return Problem.of(ProblemCode.JOB_FAILED, "job '" + name + "' ended as " + status.wire() + why)
                .asException();
    }

    /** What this run wrote and cannot read may be there by the next turn. */
    private Unsettled notYet(String completed) {
        return new Unsettled(
                Problem.of(
                        ProblemCode.NOT_FOUND,
                        "job '" + completed + "' cannot be found in workspace '" + workspace.id() + "'"),
                null,
                false);
    }

    private void checkSpec(String hash) {
        if (!hash.equals(request.job().source().hash())) {
            throw Problem.of(
                            ProblemCode.INVALID_ARGUMENT,
                            "run '" + name + "' began with another content of "
                                    + request.job().source().file() + "; start a new run for the new content")
                    .asException();
        }
    }
}
