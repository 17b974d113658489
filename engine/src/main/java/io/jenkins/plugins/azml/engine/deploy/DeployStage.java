package io.jenkins.plugins.azml.engine.deploy;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.Turn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts a deployment beside the one that serves and waits until it is ready. Never touches traffic.
 *
 * <p>A deployment that fails or is not ready in time shows its log, is removed, and ends the stage with
 * DEPLOYMENT_FAILED or TIMED_OUT.
 */
public final class DeployStage implements Stage<DeployState, Deployed> {
    public static final StateCodec<DeployState> CODEC = new StateCodec<>("deploy", 1, DeployState.class);

    private final Workspace workspace;
    private final DeploymentPlan plan;

    public DeployStage(Workspace workspace, DeploymentPlan plan) {
        this.workspace = workspace;
        this.plan = plan;
    }

    public static DeployState first() {
        return new DeployState.Planned();
    }

    /** Where to go on from so that the deployment is removed and the stage ends with that problem. */
    public static DeployState removal(Problem because, StageContext context) {
        return removal(because, context, null);
    }

    /** @param lateUntil until when a request that creates it can still arrive, or null */
    static DeployState removal(Problem because, StageContext context, @Nullable Instant lateUntil) {
        return new DeployState.Removing(because, context.now(), false, lateUntil);
    }

    @Override
    public Turn<DeployState, Deployed> advance(DeployState state, StageContext context) {
        return state.match(new DeployTurn(workspace, plan, context));
    }

    /** What may have been written is removed; a deployment that is ready stays, as the stage has ended. */
    @Override
    public Turn<DeployState, Deployed> cancel(DeployState state, StageContext context) {
        return state.match(new DeployCancel(context, () -> advance(state, context), cancelled()));
    }

    @Override
    public boolean handedOver(DeployState state) {
        return state instanceof DeployState.Provisioning || state instanceof DeployState.Ready;
    }

    private Problem cancelled() {
        return Problem.of(
                ProblemCode.CANCELLED,
                "the deployment of model '" + plan.model() + "' to endpoint '" + plan.endpoint() + "' was cancelled");
    }
}
