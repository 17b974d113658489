package io.jenkins.plugins.azml.engine.deploy;

import io.jenkins.plugins.azml.engine.assets.Supplied;
import io.jenkins.plugins.azml.engine.azure.Endpoints;
import io.jenkins.plugins.azml.engine.azure.Endpoints.Deployment;
import io.jenkins.plugins.azml.engine.azure.Endpoints.Endpoint;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Operation;
import io.jenkins.plugins.azml.engine.rest.Progress;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One turn of a deployment. */
final class DeployTurn implements DeployState.Cases<Turn<DeployState, Deployed>> {
    private final Workspace workspace;
    private final Endpoints endpoints;
    private final DeploymentPlan plan;
    private final StageContext context;

    DeployTurn(Workspace workspace, DeploymentPlan plan, StageContext context) {
        this.workspace = workspace;
        this.endpoints = workspace.endpoints();
        this.plan = plan;
        this.context = context;
    }

    @Override
    public Turn<DeployState, Deployed> planned(DeployState.Planned state) {
        boolean missing = endpoints.find(plan.endpoint()).isEmpty();
        if (missing && plan.endpointSpec() == null) {
            throw problem(
                    ProblemCode.NOT_FOUND,
                    "there is no endpoint '" + plan.endpoint() + "' in workspace '" + workspace.id()
                            + "': make it first, or give its file");
        }
        return Turn.next(
                missing
                        ? new DeployState.CreatingEndpoint(context.now())
                        : new DeployState.AwaitingEndpoint(context.now()));
    }

    @Override
    public Turn<DeployState, Deployed> creatingEndpoint(DeployState.CreatingEndpoint state) {
        // Somebody's endpoint may have appeared: a PUT without its traffic would take the traffic away.
        if (endpoints.find(plan.endpoint()).isEmpty()) {
            plan.newEndpointIn(workspace).ifPresent(body -> endpoints.put(plan.endpoint(), body));
            context.say("creates endpoint '" + plan.endpoint() + "' in workspace '" + workspace.id() + "'");
        }
        return Turn.next(new DeployState.AwaitingEndpoint(context.now()));
    }

    @Override
    public Turn<DeployState, Deployed> awaitingEndpoint(DeployState.AwaitingEndpoint state) {
        Optional<Endpoint> endpoint = endpoints.find(plan.endpoint());
        if (endpoint.isPresent() && endpoint.get().failed()) {
            throw problem(
                    ProblemCode.DEPLOYMENT_FAILED,
                    "endpoint '" + plan.endpoint() + "' is in state "
                            + endpoint.get().state() + ": mend or remove it, then deploy again");
        }
        if (endpoint.isPresent() && endpoint.get().ready()) {
            return Turn.next(new DeployState.Supplying(Supplied.nothing()));
        }
        if (passed(state.since(), plan.limits().busy())) {
            throw problem(
                    ProblemCode.TIMED_OUT,
                    "endpoint '" + plan.endpoint() + "' was not ready for a deployment within "
                            + words(plan.limits().busy()));
        }
        return later(state);
    }

    @Override
    public Turn<DeployState, Deployed> supplying(DeployState.Supplying state) {
        Optional<Supplied> more = plan.supply(workspace).next(state.so());
        return Turn.next(
                more.isPresent()
                        ? new DeployState.Supplying(more.get())
                        : new DeployState.Creating(state.so(), context.now()));
    }

    @Override
    public Turn<DeployState, Deployed> creating(DeployState.Creating state) {
        Optional<Deployment> found = find();
        if (found.isPresent()) {
            refuseForeign(found.get());
            return Turn.next(new DeployState.Provisioning(context.now(), null, null, context.lateUntil()));
        }
        @Nullable Operation operation;
        try {
            operation = endpoints
                    .putDeployment(plan.endpoint(), plan.deployment(), plan.bodyIn(workspace, state.so()))
                    .operation();
        } catch (ProblemException e) {
            return refused(state, e);
        }
        context.say("deploys model '" + plan.model() + "' as '" + plan.deployment() + "' to endpoint '"
                + plan.endpoint() + "'");
        return later(new DeployState.Provisioning(context.now(), null, operation, context.lateUntil()));
    }

    private Turn<DeployState, Deployed> refused(DeployState.Creating state, ProblemException refusal) {
        if (!Endpoints.isBusy(refusal.problem())) {
            throw refusal;
        }
        if (passed(state.since(), plan.limits().busy())) {
            Problem tooLong = Problem.of(
                    ProblemCode.TIMED_OUT,
                    "endpoint '" + plan.endpoint() + "' stayed busy for "
                            + words(plan.limits().busy()) + ": "
                            + refusal.problem().what());
            return Turn.next(DeployStage.removal(tooLong, context, context.lateUntil()));
        }
        return later(state);
    }

    @Override
    public Turn<DeployState, Deployed> provisioning(DeployState.Provisioning state) {
        Progress progress = state.operation() == null
                ? new Progress.Succeeded()
                : workspace.poll("create " + what(), state.operation());
        if (progress instanceof Progress.Failed failed) {
            return Turn.next(explaining(state, ProblemCode.DEPLOYMENT_FAILED, " has failed: " + failed.message()));
        }
        if (progress instanceof Progress.InProgress running && !isTooLong(state)) {
            return Turn.wait(
                    new DeployState.Provisioning(state.since(), null, running.next(), state.lateUntil()),
                    Until.elapsed(running.next().pace()));
        }
        return judged(state);
    }

    /** What the operation says is believed only when the deployment itself says the same. */
    private Turn<DeployState, Deployed> judged(DeployState.Provisioning state) {
        Optional<Deployment> found = find();
        if (found.isEmpty()) {
            return unseen(state);
        }
        Deployment deployment = found.get();
        refuseForeign(deployment);
        if (deployment.ready()) {
            context.say("deployment '" + plan.deployment() + "' is ready");
            return Turn.next(new DeployState.Ready());
        }
        if (deployment.failed()) {
            return Turn.next(explaining(state, ProblemCode.DEPLOYMENT_FAILED, " has failed"));
        }
        if (isTooLong(state)) {
            return Turn.next(explaining(
                    state,
                    ProblemCode.TIMED_OUT,
                    " was not ready within " + words(plan.limits().provisioning())));
        }
        return later(new DeployState.Provisioning(state.since(), null, null, state.lateUntil()));
    }

    private boolean isTooLong(DeployState.Provisioning state) {
        return passed(state.since(), plan.limits().provisioning());
    }

    private DeployState explaining(DeployState.Provisioning state, ProblemCode code, String what) {
        return new DeployState.Explaining(Problem.of(code, what() + what), 0, state.lateUntil());
    }

    /** What this run wrote and cannot read is "not yet", never "create again". */
    private Turn<DeployState, Deployed> unseen(DeployState.Provisioning state) {
        Instant since = state.unseenSince() == null ? context.now() : state.unseenSince();
        if (passed(since, plan.limits().unseen())) {
            Problem gone = Problem.of(
                    ProblemCode.DEPLOYMENT_FAILED,
                    what() + " could not be found for " + words(plan.limits().unseen())
                            + ": was it removed by somebody else?");
            return Turn.next(DeployStage.removal(gone, context, state.lateUntil()));
        }
        return later(new DeployState.Provisioning(state.since(), since, null, state.lateUntil()));
    }

    @Override
    public Turn<DeployState, Deployed> explaining(DeployState.Explaining state) {
        return new Explanation(endpoints, plan, context).turn(state);
    }

    @Override
    public Turn<DeployState, Deployed> removing(DeployState.Removing state) {
        return new Removal(endpoints, plan, context).turn(state);
    }

    @Override
    public Turn<DeployState, Deployed> ready(DeployState.Ready state) {
        return Turn.done(
                state,
                new Deployed(plan.endpoint(), plan.deployment(), plan.model().toString()));
    }

    private Optional<Deployment> find() {
        return endpoints.findDeployment(plan.endpoint(), plan.deployment());
    }

    private void refuseForeign(Deployment deployment) {
        if (!plan.run().value().equals(deployment.tags().get(Tags.RUN))) {
            throw problem(
                    ProblemCode.CONFLICT,
                    what() + " exists and is not of this run: remove it, or start a run of another name");
        }
    }

    private String what() {
        return "deployment '" + plan.deployment() + "' of endpoint '" + plan.endpoint() + "'";
    }

    private Turn<DeployState, Deployed> later(DeployState state) {
        return Turn.wait(state, Until.elapsed(plan.limits().pace()));
    }

    private boolean passed(Instant since, Duration limit) {
        return Duration.between(since, context.now()).compareTo(limit) >= 0;
    }

    private static String words(Duration limit) {
        return limit.toMinutes() > 0 ? limit.toMinutes() + " min" : limit.toSeconds() + " s";
    }

    private static ProblemException problem(ProblemCode code, String what) {
        return Problem.of(code, what).asException();
    }
}
