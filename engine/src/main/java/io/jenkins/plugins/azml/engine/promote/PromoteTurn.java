package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.turn.Turn;

/** Which room of a promotion takes which state's turn. */
final class PromoteTurn implements PromoteState.Cases<Turn<PromoteState, Promoted>> {
    private final Transfer transfer;
    private final Rollout rollout;
    private final Closing closing;
    private final Retreat retreat;

    PromoteTurn(Promotion promotion) {
        this.transfer = new Transfer(promotion);
        this.rollout = new Rollout(promotion);
        this.closing = new Closing(promotion);
        this.retreat = new Retreat(promotion);
    }

    @Override
    public Turn<PromoteState, Promoted> checking(PromoteState.Checking state) {
        return transfer.check();
    }

    @Override
    public Turn<PromoteState, Promoted> copying(PromoteState.Copying state) {
        return transfer.copy(state);
    }

    @Override
    public Turn<PromoteState, Promoted> measuring(PromoteState.Measuring state) {
        return transfer.measure(state);
    }

    @Override
    public Turn<PromoteState, Promoted> copyingEnvironments(PromoteState.CopyingEnvironments state) {
        return transfer.copyEnvironments(state);
    }

    @Override
    public Turn<PromoteState, Promoted> registering(PromoteState.Registering state) {
        return transfer.register(state);
    }

    @Override
    public Turn<PromoteState, Promoted> registered(PromoteState.Registered state) {
        return transfer.await(state);
    }

    @Override
    public Turn<PromoteState, Promoted> deploying(PromoteState.Deploying state) {
        return rollout.deploy(state);
    }

    @Override
    public Turn<PromoteState, Promoted> testing(PromoteState.Testing state) {
        return rollout.test(state);
    }

    @Override
    public Turn<PromoteState, Promoted> preparing(PromoteState.Preparing state) {
        return rollout.prepare(state);
    }

    @Override
    public Turn<PromoteState, Promoted> switching(PromoteState.Switching state) {
        return rollout.switchOver(state);
    }

    @Override
    public Turn<PromoteState, Promoted> confirming(PromoteState.Confirming state) {
        return rollout.confirm(state);
    }

    @Override
    public Turn<PromoteState, Promoted> proving(PromoteState.Proving state) {
        return rollout.prove(state);
    }

    @Override
    public Turn<PromoteState, Promoted> recording(PromoteState.Recording state) {
        return closing.record(state);
    }

    @Override
    public Turn<PromoteState, Promoted> tidying(PromoteState.Tidying state) {
        return closing.tidy(state);
    }

    @Override
    public Turn<PromoteState, Promoted> serving(PromoteState.Serving state) {
        return closing.finish(state);
    }

    @Override
    public Turn<PromoteState, Promoted> reverting(PromoteState.Reverting state) {
        return retreat.revert(state);
    }

    @Override
    public Turn<PromoteState, Promoted> confirmingRevert(PromoteState.ConfirmingRevert state) {
        return retreat.confirm(state);
    }

    @Override
    public Turn<PromoteState, Promoted> cleaning(PromoteState.Cleaning state) {
        return retreat.clean(state);
    }
}
