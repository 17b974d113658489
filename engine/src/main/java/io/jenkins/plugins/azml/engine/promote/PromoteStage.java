package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.deploy.DeployStage;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.Turn;

/**
 * Promotes a model version from one workspace to another.
 *
 * <p>Files are copied by the storage service and compared by their digest; the version keeps its number and its tags. The
 * deployment gets traffic only after its tests have passed, all of it in one write. What fails after that moves the
 * traffic back; what fails at all removes the new deployment. The previous deployment is kept.
 *
 * <p>Ends with GATE_STOPPED for a version without a passing verdict, CONFLICT if its number is taken at the target by
 * other content or somebody else moved the traffic, DIGEST_MISMATCH, DEPLOYMENT_FAILED, TEST_FAILED, TIMED_OUT or
 * CANCELLED.
 */
public final class PromoteStage implements Stage<PromoteState, Promoted> {
    public static final StateCodec<PromoteState> CODEC = new StateCodec<>("promote", 1, PromoteState.class);

    private final Workspace source;
    private final Workspace target;
    private final Hosts scoringHosts;
    private final PromotionPlan plan;

    /**
     * @param target may be the source: then nothing is copied
     * @param scoringHosts that may be given the endpoint's key
     */
    public PromoteStage(Workspace source, Workspace target, Hosts scoringHosts, PromotionPlan plan) {
        this.source = source;
        this.target = target;
        this.scoringHosts = scoringHosts;
        this.plan = plan;
    }

    public static PromoteState first() {
        return new PromoteState.Checking();
    }

    @Override
    public Turn<PromoteState, Promoted> advance(PromoteState state, StageContext context) {
        return state.match(new PromoteTurn(promotion(context)));
    }

    @Override
    public Turn<PromoteState, Promoted> cancel(PromoteState state, StageContext context) {
        return state.match(new PromoteCancel(promotion(context), () -> advance(state, context)));
    }

    @Override
    public boolean handedOver(PromoteState state) {
        return state instanceof PromoteState.Deploying deploying
                && new DeployStage(target, plan.deployment()).handedOver(deploying.deploy());
    }

    private Promotion promotion(StageContext context) {
        return new Promotion(source, target, scoringHosts, plan, context);
    }
}
