package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.azure.Endpoints.Endpoint;
import io.jenkins.plugins.azml.engine.deploy.DeployState;
import io.jenkins.plugins.azml.engine.deploy.Deployed;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.Turn;

/** The way back: the traffic as it was, the new deployment removed, the problem told. */
record Retreat(Promotion promotion) {

    Turn<PromoteState, Promoted> revert(PromoteState.Reverting state) {
        try {
            return switch (promotion.traffic().moveBack(state.traffic())) {
                case WRITTEN -> reverted(state);
                case BUSY -> retry(state, "the endpoint stayed busy");
                case FOREIGN ->
                    promotion.passed(state.since(), promotion.plan().limits().readBack())
                            ? Turn.next(promotion.clean(with(
                                    state.problem(), "the traffic was moved by somebody else meanwhile and stays so")))
                            : promotion.later(state);
            };
        } catch (ProblemException refused) {
            return retry(state, Promotion.end(refused).what());
        }
    }

    private Turn<PromoteState, Promoted> reverted(PromoteState.Reverting state) {
        promotion
                .context()
                .say("moves the traffic of endpoint '" + promotion.plan().endpoint() + "' back to "
                        + state.traffic().before());
        return promotion.later(new PromoteState.ConfirmingRevert(
                state.traffic(), state.problem(), promotion.context().now()));
    }

    private Turn<PromoteState, Promoted> retry(PromoteState.Reverting state, String why) {
        if (promotion.passed(state.since(), promotion.plan().limits().busy())) {
            throw notMovedBack(state.traffic(), state.problem(), why);
        }
        return promotion.later(state);
    }

    Turn<PromoteState, Promoted> confirm(PromoteState.ConfirmingRevert state) {
        Endpoint endpoint = promotion.traffic().read();
        if (endpoint.ready() && state.traffic().isBefore(endpoint)) {
            return Turn.next(promotion.clean(with(state.problem(), "the traffic is as it was before")));
        }
        if (promotion.passed(state.since(), promotion.plan().limits().readBack())) {
            throw notMovedBack(
                    state.traffic(),
                    state.problem(),
                    "it reads " + endpoint.traffic() + " in state " + endpoint.state());
        }
        return promotion.later(state);
    }

    Turn<PromoteState, Promoted> clean(PromoteState.Cleaning state) {
        Turn<DeployState, Deployed> turn = promotion.cleanStage().advance(state.deploy(), promotion.context());
        Turn.Wait<DeployState, Deployed> wait = (Turn.Wait<DeployState, Deployed>) turn;
        return Turn.wait(new PromoteState.Cleaning(wait.next()), wait.until());
    }

    private ProblemException notMovedBack(TrafficSwitch traffic, Problem problem, String why) {
        return with(
                        problem,
                        "the traffic could NOT be moved back to " + traffic.before() + " (" + why
                                + "): look at endpoint '" + promotion.plan().endpoint() + "' now")
                .asException();
    }

    private static Problem with(Problem problem, String more) {
        return new Problem(
                problem.code(),
                problem.what() + "; " + more,
                problem.where(),
                problem.suggestion(),
                problem.requestId());
    }
}
