package io.jenkins.plugins.azml.engine.promote;

import static io.jenkins.plugins.azml.engine.promote.Promotion.problem;

import io.jenkins.plugins.azml.engine.azure.Endpoints.Deployment;
import io.jenkins.plugins.azml.engine.azure.Endpoints.Endpoint;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One turn of a rollback. */
final class RollbackTurn implements RollbackState.Cases<Turn<RollbackState, RolledBack>> {
    private final Workspace workspace;
    private final RollbackPlan plan;
    private final StageContext context;
    private final TrafficWriter writer;

    RollbackTurn(Workspace workspace, RollbackPlan plan, StageContext context) {
        this.workspace = workspace;
        this.plan = plan;
        this.context = context;
        this.writer = new TrafficWriter(workspace.endpoints(), plan.endpoint());
    }

    @Override
    public Turn<RollbackState, RolledBack> checking(RollbackState.Checking state) {
        Endpoint endpoint = writer.read();
        boolean ours = plan.run().value().equals(endpoint.tags().get(Tags.SWITCHED_BY));
        String to = endpoint.tags().getOrDefault(ours ? Tags.LIVE : Tags.PREVIOUS, "");
        if (to.isEmpty()) {
            throw problem(
                    ProblemCode.NOT_FOUND,
                    "endpoint '" + plan.endpoint() + "' has no tag " + Tags.PREVIOUS
                            + ": no promotion has left a deployment to return to");
        }
        refuseUnready(to);
        return Turn.next(new RollbackState.Switching(
                TrafficSwitch.of(endpoint, plan.run().value(), to), context.now()));
    }

    private void refuseUnready(String name) {
        Deployment deployment = find(name)
                .orElseThrow(() -> problem(
                        ProblemCode.NOT_FOUND,
                        "deployment '" + name + "', which had the traffic of endpoint '" + plan.endpoint()
                                + "' before, does not exist any more"));
        if (!deployment.ready()) {
            Problem unready = Problem.of(
                    ProblemCode.REFUSED,
                    "deployment '" + name + "', which had the traffic of endpoint '" + plan.endpoint()
                            + "' before, is in state " + deployment.state() + " and can take none");
            // A state that will pass, that nobody knows, or that an old read tells is no reason to end.
            throw deployment.failed() ? unready.asException() : new Unsettled(unready, null, false);
        }
    }

    @Override
    public Turn<RollbackState, RolledBack> switching(RollbackState.Switching state) {
        return switch (writer.move(state.traffic())) {
            case WRITTEN -> written(state);
            case BUSY ->
                wait(
                        state,
                        state.since(),
                        plan.limits().busy(),
                        problem(
                                ProblemCode.TIMED_OUT,
                                "endpoint '" + plan.endpoint() + "' stayed busy for "
                                        + Promotion.words(plan.limits().busy())));
            case FOREIGN ->
                wait(
                        state,
                        state.since(),
                        plan.limits().readBack(),
                        problem(
                                ProblemCode.CONFLICT,
                                "the traffic of endpoint '" + plan.endpoint()
                                        + "' was moved by somebody else meanwhile"));
        };
    }

    private Turn<RollbackState, RolledBack> written(RollbackState.Switching state) {
        context.say("returns all traffic of endpoint '" + plan.endpoint() + "' to '"
                + state.traffic().to() + "'");
        return later(new RollbackState.Confirming(state.traffic(), context.now()));
    }

    @Override
    public Turn<RollbackState, RolledBack> confirming(RollbackState.Confirming state) {
        Endpoint endpoint = writer.read();
        if (endpoint.ready() && state.traffic().isAfter(endpoint)) {
            return Turn.next(new RollbackState.Serving(state.traffic()));
        }
        return wait(
                state,
                state.since(),
                plan.limits().readBack(),
                problem(
                        ProblemCode.TIMED_OUT,
                        "the traffic of endpoint '" + plan.endpoint() + "' reads " + endpoint.traffic() + " in state "
                                + endpoint.state() + ", and not "
                                + state.traffic().after() + ", "
                                + Promotion.words(plan.limits().readBack()) + " after it was written"));
    }

    @Override
    public Turn<RollbackState, RolledBack> serving(RollbackState.Serving state) {
        TrafficSwitch traffic = state.traffic();
        String model = find(traffic.to())
                .map(deployment -> deployment.tags().getOrDefault(Tags.MODEL, ""))
                .orElse("");
        return Turn.done(
                state,
                new RolledBack(plan.endpoint(), traffic.to(), traffic.from().orElse(""), model));
    }

    private Optional<Deployment> find(String name) {
        return workspace.endpoints().findDeployment(plan.endpoint(), name);
    }

    private Turn<RollbackState, RolledBack> wait(
            RollbackState state, Instant since, Duration limit, ProblemException otherwise) {
        if (Duration.between(since, context.now()).compareTo(limit) >= 0) {
            throw otherwise;
        }
        return later(state);
    }

    private Turn<RollbackState, RolledBack> later(RollbackState state) {
        return Turn.wait(state, Until.elapsed(plan.limits().pace()));
    }
}
