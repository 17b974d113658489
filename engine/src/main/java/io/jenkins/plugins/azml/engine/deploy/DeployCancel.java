package io.jenkins.plugins.azml.engine.deploy;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What cancelling means in each state. An endpoint that was created stays, and so do code and environment: they cost
 * nothing, serve nobody, and are found by the next run.
 */
record DeployCancel(StageContext context, Supplier<Turn<DeployState, Deployed>> advance, Problem cancelled)
        implements DeployState.Cases<Turn<DeployState, Deployed>> {

    @Override
    public Turn<DeployState, Deployed> planned(DeployState.Planned state) {
        throw cancelled.asException();
    }

    @Override
    public Turn<DeployState, Deployed> creatingEndpoint(DeployState.CreatingEndpoint state) {
        throw cancelled.asException();
    }

    @Override
    public Turn<DeployState, Deployed> awaitingEndpoint(DeployState.AwaitingEndpoint state) {
        throw cancelled.asException();
    }

    @Override
    public Turn<DeployState, Deployed> supplying(DeployState.Supplying state) {
        throw cancelled.asException();
    }

    @Override
    public Turn<DeployState, Deployed> creating(DeployState.Creating state) {
        return remove(context.lateUntil());
    }

    @Override
    public Turn<DeployState, Deployed> provisioning(DeployState.Provisioning state) {
        return remove(state.lateUntil());
    }

    @Override
    public Turn<DeployState, Deployed> explaining(DeployState.Explaining state) {
        return advance.get();
    }

    @Override
    public Turn<DeployState, Deployed> removing(DeployState.Removing state) {
        return advance.get();
    }

    @Override
    public Turn<DeployState, Deployed> ready(DeployState.Ready state) {
        return advance.get();
    }

    private Turn<DeployState, Deployed> remove(@Nullable Instant lateUntil) {
        return Turn.next(DeployStage.removal(cancelled, context, lateUntil));
    }
}
