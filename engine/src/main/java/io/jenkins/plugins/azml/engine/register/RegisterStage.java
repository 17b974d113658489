package io.jenkins.plugins.azml.engine.register;

import io.jenkins.plugins.azml.engine.azure.ArtifactPlace;
import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.azure.Assets;
import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.azure.ModelDigest;
import io.jenkins.plugins.azml.engine.azure.ModelFiles;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.Turn;
import java.util.Map;
import java.util.Optional;

/**
 * Registers a completed job's model under the next free number, once for a run: a version that carries the run's tag is
 * the run's own, whoever's turn wrote it.
 */
public final class RegisterStage implements Stage<RegisterState, Registered> {
    public static final StateCodec<RegisterState> CODEC = new StateCodec<>("register", 1, RegisterState.class);

    private final Workspace workspace;
    private final RegisterRequest request;

    public RegisterStage(Workspace workspace, RegisterRequest request) {
        this.workspace = workspace;
        this.request = request;
    }

    public static RegisterState first() {
        return new RegisterState.Reading(ModelDigest.none().toString(), null);
    }

    @Override
    public Turn<RegisterState, Registered> advance(RegisterState state, StageContext context) {
        if (state instanceof RegisterState.Reading reading) {
            return read(reading);
        }
        if (state instanceof RegisterState.Numbering numbering) {
            return number(numbering.digest());
        }
        if (state instanceof RegisterState.Writing writing) {
            return write(writing);
        }
        RegisterState.Registered registered = (RegisterState.Registered) state;
        return done(registered.digest(), ours(registered.version()).orElseThrow(this::notYet));
    }

    @Override
    public Turn<RegisterState, Registered> cancel(RegisterState state, StageContext context) {
        // Once the version may have been written it is seen through: half a registration is worse than a whole one.
        if (state instanceof RegisterState.Registered || state instanceof RegisterState.Writing) {
            return advance(state, context);
        }
        throw Problem.of(ProblemCode.CANCELLED, "the registration of model '" + request.model() + "' was cancelled")
                .asException();
    }

    /** One file a turn: a large model is read in pieces that a crash does not lose. */
    private Turn<RegisterState, Registered> read(RegisterState.Reading state) {
        if (state.last() == null) {
            completedJob();
        }
        ModelFiles files = ModelFiles.at(workspace, ArtifactPlace.ofJob(request.job(), request.path()));
        if (files.isEmpty()) {
            throw Problem.of(
                            ProblemCode.NOT_FOUND,
                            "job '" + request.job() + "' left no artifact '" + request.path()
                                    + "': log a model under that name, or name another path")
                    .asException();
        }
        Optional<String> next = files.after(state.last());
        if (next.isEmpty()) {
            return Turn.next(new RegisterState.Numbering(state.digest()));
        }
        ModelDigest digest = files.extend(new ModelDigest(state.digest()), next.get());
        return Turn.next(new RegisterState.Reading(digest.toString(), next.get()));
    }

    private Turn<RegisterState, Registered> number(String digest) {
        Optional<Assets.Version> written = workspace.models().list(request.model()).stream()
                .filter(this::isOurs)
                .findFirst();
        if (written.isPresent()) {
            return done(digest, written.get());
        }
        return Turn.next(new RegisterState.Writing(digest, workspace.models().nextVersion(request.model())));
    }

    private Turn<RegisterState, Registered> write(RegisterState.Writing state) {
        // In any case: the number may have been read from an old answer, and a write would change another run's
        // version.
        Optional<Assets.Version> there = workspace.models().find(request.model(), state.version());
        if (there.isPresent()) {
            return settle(state, there.get());
        }
        Map<String, ?> body = new ModelBody(request, workspace).of(completedJob(), state.digest());
        try {
            return done(state.digest(), workspace.models().put(request.model(), state.version(), body));
        } catch (ProblemException e) {
            return refused(state, e);
        }
    }

    /** The number may have been taken meanwhile, also by a version that cannot be read yet. */
    private Turn<RegisterState, Registered> refused(RegisterState.Writing state, ProblemException refusal) {
        Optional<Assets.Version> taken = workspace.models().find(request.model(), state.version());
        if (taken.isPresent()) {
            return settle(state, taken.get());
        }
        if (workspace.models().nextVersion(request.model()).equals(state.version())) {
            throw refusal;
        }
        return Turn.next(new RegisterState.Numbering(state.digest()));
    }

    /** Somebody else may have taken the number: then the next one is chosen. */
    private Turn<RegisterState, Registered> settle(RegisterState.Writing state, Assets.Version there) {
        return isOurs(there) ? done(state.digest(), there) : Turn.next(new RegisterState.Numbering(state.digest()));
    }

    private Turn<RegisterState, Registered> done(String digest, Assets.Version version) {
        return Turn.done(
                new RegisterState.Registered(digest, version.version()),
                new Registered(new AssetVersion(request.model(), version.version()), digest, version.tags()));
    }

    private Optional<Assets.Version> ours(String version) {
        return workspace.models().find(request.model(), version);
    }

    private boolean isOurs(Assets.Version version) {
        return request.run().value().equals(version.tags().get(Tags.RUN));
    }

    private Jobs.Job completedJob() {
        return workspace.jobs().completed(request.job(), "registered");
    }

    /** What this run wrote and cannot read may be there by the next turn. */
    private Unsettled notYet() {
        return new Unsettled(
                Problem.of(
                        ProblemCode.NOT_FOUND,
                        "the version that this run registered cannot be found in workspace '" + workspace.id() + "'"),
                null,
                false);
    }
}
