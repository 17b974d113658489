package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.turn.Turn;
import java.util.function.Supplier;

/**
 * What cancelling means in each state: before the deployment nothing needs to be undone, as all that was written is named
 * by its content; then the deployment goes; from the switch on the traffic is moved back first; and once the evidence is
 * written the promotion is seen through.
 */
record PromoteCancel(Promotion promotion, Supplier<Turn<PromoteState, Promoted>> advance)
        implements PromoteState.Cases<Turn<PromoteState, Promoted>> {

    @Override
    public Turn<PromoteState, Promoted> checking(PromoteState.Checking state) {
        throw promotion.cancelled().asException();
    }

    @Override
    public Turn<PromoteState, Promoted> copying(PromoteState.Copying state) {
        throw promotion.cancelled().asException();
    }

    @Override
    public Turn<PromoteState, Promoted> measuring(PromoteState.Measuring state) {
        throw promotion.cancelled().asException();
    }

    @Override
    public Turn<PromoteState, Promoted> copyingEnvironments(PromoteState.CopyingEnvironments state) {
        throw promotion.cancelled().asException();
    }

    @Override
    public Turn<PromoteState, Promoted> registering(PromoteState.Registering state) {
        throw promotion.cancelled().asException();
    }

    @Override
    public Turn<PromoteState, Promoted> registered(PromoteState.Registered state) {
        throw promotion.cancelled().asException();
    }

    @Override
    public Turn<PromoteState, Promoted> deploying(PromoteState.Deploying state) {
        return Rollout.deployed(
                state.subject(), promotion.deployStage(state.subject()).cancel(state.deploy(), promotion.context()));
    }

    @Override
    public Turn<PromoteState, Promoted> testing(PromoteState.Testing state) {
        return Turn.next(promotion.clean(promotion.cancelled()));
    }

    @Override
    public Turn<PromoteState, Promoted> preparing(PromoteState.Preparing state) {
        return Turn.next(promotion.clean(promotion.cancelled()));
    }

    @Override
    public Turn<PromoteState, Promoted> switching(PromoteState.Switching state) {
        return Turn.next(promotion.revert(state.traffic(), promotion.cancelled()));
    }

    @Override
    public Turn<PromoteState, Promoted> confirming(PromoteState.Confirming state) {
        return Turn.next(promotion.revert(state.traffic(), promotion.cancelled()));
    }

    @Override
    public Turn<PromoteState, Promoted> proving(PromoteState.Proving state) {
        return Turn.next(promotion.revert(state.traffic(), promotion.cancelled()));
    }

    @Override
    public Turn<PromoteState, Promoted> recording(PromoteState.Recording state) {
        return Turn.next(promotion.revert(state.traffic(), promotion.cancelled()));
    }

    @Override
    public Turn<PromoteState, Promoted> tidying(PromoteState.Tidying state) {
        return advance.get();
    }

    @Override
    public Turn<PromoteState, Promoted> serving(PromoteState.Serving state) {
        return advance.get();
    }

    @Override
    public Turn<PromoteState, Promoted> reverting(PromoteState.Reverting state) {
        return advance.get();
    }

    @Override
    public Turn<PromoteState, Promoted> confirmingRevert(PromoteState.ConfirmingRevert state) {
        return advance.get();
    }

    @Override
    public Turn<PromoteState, Promoted> cleaning(PromoteState.Cleaning state) {
        return advance.get();
    }
}
