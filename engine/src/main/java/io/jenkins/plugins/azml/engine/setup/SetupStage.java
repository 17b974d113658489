package io.jenkins.plugins.azml.engine.setup;

import io.jenkins.plugins.azml.engine.assets.Naming;
import io.jenkins.plugins.azml.engine.assets.Supplied;
import io.jenkins.plugins.azml.engine.assets.Supply;
import io.jenkins.plugins.azml.engine.azure.Endpoints;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Operation;
import io.jenkins.plugins.azml.engine.rest.Progress;
import io.jenkins.plugins.azml.engine.rest.ProvisioningState;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.setup.SetupState.Effect;
import io.jenkins.plugins.azml.engine.spec.Spec;
import io.jenkins.plugins.azml.engine.spec.Writes;
import io.jenkins.plugins.azml.engine.spec.wire.Hashes;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sets a workspace up, file after file: what a file describes is compared with what is there, written where it differs,
 * and waited for.
 */
public final class SetupStage implements Stage<SetupState, SetupResult> {
    public static final StateCodec<SetupState> CODEC = new StateCodec<>("setup", 1, SetupState.class);

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Workspace workspace;
    private final List<Spec> specs;

    /** @param specs in the order in which they build on each other */
    public SetupStage(Workspace workspace, List<Spec> specs) {
        this.workspace = workspace;
        this.specs = List.copyOf(specs);
    }

    public static SetupState first() {
        return new SetupState.Comparing(List.of(), Supplied.nothing());
    }

    @Override
    public Turn<SetupState, SetupResult> advance(SetupState state, StageContext context) {
        if (state instanceof SetupState.Comparing comparing) {
            return compare(comparing, context);
        }
        if (state instanceof SetupState.Writing writing) {
            return write(writing, context);
        }
        if (state instanceof SetupState.Provisioning provisioning) {
            return provision(provisioning, context);
        }
        return Turn.done(state, result(((SetupState.SetUp) state).done()));
    }

    @Override
    public Turn<SetupState, SetupResult> cancel(SetupState state, StageContext context) {
        if (state instanceof SetupState.SetUp) {
            return advance(state, context);
        }
        throw Problem.of(ProblemCode.CANCELLED, "the set-up of workspace '" + workspace.id() + "' was cancelled")
                .asException();
    }

    private Turn<SetupState, SetupResult> compare(SetupState.Comparing state, StageContext context) {
        int at = state.done().size();
        if (at == specs.size()) {
            return Turn.next(new SetupState.SetUp(state.done()));
        }
        Supply supply = supply(specs.get(at));
        Optional<Supplied> more = supply.next(state.so());
        if (more.isPresent()) {
            return Turn.next(new SetupState.Comparing(state.done(), more.get()));
        }
        return settle(state, supply.last(state.so()), context);
    }

    private Turn<SetupState, SetupResult> settle(SetupState.Comparing state, Write write, StageContext context) {
        Optional<JsonObject> there = workspace.resources().find(write.path());
        Written resource = new Written(workspace, write);
        if (there.isEmpty()) {
            return Turn.next(new SetupState.Writing(state.done(), state.so(), Effect.CREATED));
        }
        if (resource.isAlready(there.get())) {
            return ProvisioningState.of(there.get()) == ProvisioningState.SUCCEEDED
                    ? next(state.done(), Effect.UNCHANGED, context)
                    : provisioning(state.done(), state.so(), Effect.UNCHANGED, null, context);
        }
        resource.refuseChangeOfVersion(there.get());
        return Turn.next(new SetupState.Writing(state.done(), state.so(), Effect.UPDATED));
    }

    private Turn<SetupState, SetupResult> write(SetupState.Writing state, StageContext context) {
        Write write = lastWrite(state.done(), state.so());
        // Read in the same turn: what is written of an endpoint holds the traffic that it has now.
        Optional<JsonObject> there = workspace.resources().find(write.path());
        Written resource = new Written(workspace, write);
        Operation operation =
                there.isPresent() && resource.isAlready(there.get()) ? null : put(write, resource.body(there));
        return provisioning(state.done(), state.so(), state.effect(), operation, context);
    }

    private static Turn<SetupState, SetupResult> provisioning(
            List<Effect> done, Supplied so, Effect effect, @Nullable Operation operation, StageContext context) {
        return Turn.next(new SetupState.Provisioning(done, so, effect, context.now(), operation));
    }

    /** Another operation may be under way, perhaps begun by a try of this very turn: then the turn is repeated. */
    private @Nullable Operation put(Write write, Map<String, @Nullable Object> body) {
        try {
            return workspace.resources().put(write.path(), body).operation();
        } catch (ProblemException e) {
            throw Endpoints.isBusy(e.problem()) ? new Unsettled(e.problem(), POLL, false) : e;
        }
    }

    private Turn<SetupState, SetupResult> provision(SetupState.Provisioning state, StageContext context) {
        String what = what(state.done().size());
        Progress progress = state.operation() == null
                ? new Progress.Succeeded()
                : workspace.poll("set up " + what, state.operation());
        if (progress instanceof Progress.Failed failed) {
            throw failed(what, failed.code() + ": " + failed.message());
        }
        if (progress instanceof Progress.InProgress running) {
            return wait(state, running.next(), context);
        }
        Optional<JsonObject> there =
                workspace.resources().find(lastWrite(state.done(), state.so()).path());
        return switch (there.map(ProvisioningState::of).orElse(ProvisioningState.IN_PROGRESS)) {
            case SUCCEEDED -> next(state.done(), state.effect(), context);
            case FAILED, CANCELED -> throw failed(what, "the service gives no reason");
            case IN_PROGRESS -> wait(state, null, context);
        };
    }

    private static ProblemException failed(String what, String why) {
        return Problem.of(ProblemCode.SERVICE_ERROR, what + " could not be set up: " + why)
                .asException();
    }

    private Write lastWrite(List<Effect> done, Supplied so) {
        return supply(specs.get(done.size())).last(so);
    }

    private Turn<SetupState, SetupResult> wait(
            SetupState.Provisioning state, @Nullable Operation operation, StageContext context) {
        if (context.now().isAfter(state.since().plus(PATIENCE))) {
            throw Problem.of(
                            ProblemCode.TIMED_OUT,
                            what(state.done().size()) + " was not ready after " + PATIENCE.toMinutes() + " minutes")
                    .asException();
        }
        return Turn.wait(
                new SetupState.Provisioning(state.done(), state.so(), state.effect(), state.since(), operation),
                Until.elapsed(operation == null ? POLL : operation.pace()));
    }

    private Turn<SetupState, SetupResult> next(List<Effect> done, Effect effect, StageContext context) {
        context.say(what(done.size()) + ": " + effect.name().toLowerCase(java.util.Locale.ROOT));
        List<Effect> more = new ArrayList<>(done);
        more.add(effect);
        return Turn.next(new SetupState.Comparing(more, Supplied.nothing()));
    }

    private Supply supply(Spec spec) {
        // A version that the file leaves open is named by what the file says.
        String version = spec.source().hash().substring(0, 12);
        return new Supply(
                workspace,
                references -> Writes.of(spec, references),
                new Naming(spec.name().orElse(Hashes.sha256(version)), version, ""));
    }

    private String what(int index) {
        Spec spec = specs.get(index);
        return spec.kind().noun() + " '" + spec.name().orElse("?")
                + spec.version().map(version -> ":" + version).orElse("") + "'";
    }

    private SetupResult result(List<Effect> effects) {
        return new SetupResult(IntStream.range(0, effects.size())
                .mapToObj(i -> new SetupResult.Item(specs.get(i).source().file().toString(), what(i), effects.get(i)))
                .toList());
    }
}
