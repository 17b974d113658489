package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.Turn;

/**
 * Returns all traffic of an endpoint to the deployment that had it before the last promotion or rollback, in one write.
 * Both deployments are kept, so a rollback can be rolled back.
 *
 * <p>Ends with NOT_FOUND if there is nothing to return to, REFUSED if it is not ready, CONFLICT if somebody else moves
 * the traffic meanwhile, or TIMED_OUT.
 */
public final class RollbackStage implements Stage<RollbackState, RolledBack> {
    public static final StateCodec<RollbackState> CODEC = new StateCodec<>("rollback", 1, RollbackState.class);

    private final Workspace workspace;
    private final RollbackPlan plan;

    public RollbackStage(Workspace workspace, RollbackPlan plan) {
        this.workspace = workspace;
        this.plan = plan;
    }

    public static RollbackState first() {
        return new RollbackState.Checking();
    }

    @Override
    public Turn<RollbackState, RolledBack> advance(RollbackState state, StageContext context) {
        return state.match(new RollbackTurn(workspace, plan, context));
    }

    /** Once the traffic may have been written it is seen through: half a rollback is worse than a whole one. */
    @Override
    public Turn<RollbackState, RolledBack> cancel(RollbackState state, StageContext context) {
        if (state instanceof RollbackState.Checking) {
            throw Problem.of(ProblemCode.CANCELLED, "the rollback of endpoint '" + plan.endpoint() + "' was cancelled")
                    .asException();
        }
        return advance(state, context);
    }
}
