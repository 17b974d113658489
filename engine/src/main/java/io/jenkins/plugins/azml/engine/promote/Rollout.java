package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.azure.Endpoints.Endpoint;
import io.jenkins.plugins.azml.engine.deploy.DeployState;
import io.jenkins.plugins.azml.engine.deploy.Deployed;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.testing.Tested;
import io.jenkins.plugins.azml.engine.testing.TestingStage;
import io.jenkins.plugins.azml.engine.testing.TestingState;
import io.jenkins.plugins.azml.engine.turn.Turn;

/** The turns that put the version in production: deployed, tested, given all traffic in one write, proved. */
record Rollout(Promotion promotion) {

    /** What fails in here is cleaned up by the deploy stage itself. */
    Turn<PromoteState, Promoted> deploy(PromoteState.Deploying state) {
        return deployed(
                state.subject(), promotion.deployStage(state.subject()).advance(state.deploy(), promotion.context()));
    }

    static Turn<PromoteState, Promoted> deployed(Subject subject, Turn<DeployState, Deployed> turn) {
        if (turn instanceof Turn.Wait<DeployState, Deployed> wait) {
            return Turn.wait(new PromoteState.Deploying(subject, wait.next()), wait.until());
        }
        return Turn.next(new PromoteState.Testing(subject, TestingStage.first()));
    }

    Turn<PromoteState, Promoted> test(PromoteState.Testing state) {
        try {
            Turn<TestingState, Tested> turn = promotion
                    .testingStage(promotion.plan().testsOfDeployment())
                    .advance(state.testing(), promotion.context());
            if (turn instanceof Turn.Wait<TestingState, Tested> wait) {
                return Turn.wait(new PromoteState.Testing(state.subject(), wait.next()), wait.until());
            }
            return Turn.next(new PromoteState.Preparing(
                    state.subject(), promotion.context().now()));
        } catch (ProblemException failed) {
            return Turn.next(promotion.clean(Promotion.end(failed)));
        }
    }

    Turn<PromoteState, Promoted> prepare(PromoteState.Preparing state) {
        Endpoint endpoint = promotion.traffic().read();
        if (endpoint.ready()) {
            TrafficSwitch traffic = TrafficSwitch.of(
                    endpoint,
                    promotion.plan().run().value(),
                    promotion.plan().deployment().deployment());
            return Turn.next(new PromoteState.Switching(
                    state.subject(), traffic, promotion.context().now()));
        }
        return promotion.passed(state.since(), promotion.plan().limits().busy())
                ? Turn.next(promotion.clean(busy()))
                : promotion.later(state);
    }

    Turn<PromoteState, Promoted> switchOver(PromoteState.Switching state) {
        try {
            return switch (promotion.traffic().move(state.traffic())) {
                case WRITTEN -> switched(state);
                case BUSY ->
                    promotion.passed(state.since(), promotion.plan().limits().busy())
                            ? Turn.next(promotion.revert(state.traffic(), busy()))
                            : promotion.later(state);
                case FOREIGN ->
                    promotion.passed(state.since(), promotion.plan().limits().readBack())
                            ? Turn.next(promotion.clean(moved()))
                            : promotion.later(state);
            };
        } catch (ProblemException refused) {
            return Turn.next(promotion.revert(state.traffic(), Promotion.end(refused)));
        }
    }

    private Turn<PromoteState, Promoted> switched(PromoteState.Switching state) {
        promotion
                .context()
                .say("moves all traffic of endpoint '" + promotion.plan().endpoint() + "' to '"
                        + state.traffic().to() + "'");
        return promotion.later(new PromoteState.Confirming(
                state.subject(), state.traffic(), promotion.context().now()));
    }

    Turn<PromoteState, Promoted> confirm(PromoteState.Confirming state) {
        Endpoint endpoint = promotion.traffic().read();
        if (endpoint.failed()) {
            return Turn.next(promotion.revert(state.traffic(), failed(endpoint)));
        }
        if (endpoint.ready() && state.traffic().isAfter(endpoint)) {
            return Turn.next(new PromoteState.Proving(state.subject(), state.traffic(), TestingStage.first()));
        }
        return promotion.passed(state.since(), promotion.plan().limits().readBack())
                ? Turn.next(promotion.revert(state.traffic(), unconfirmed(state.traffic(), endpoint)))
                : promotion.later(state);
    }

    Turn<PromoteState, Promoted> prove(PromoteState.Proving state) {
        try {
            Turn<TestingState, Tested> turn = promotion
                    .testingStage(promotion.plan().testOfTraffic())
                    .advance(state.testing(), promotion.context());
            if (turn instanceof Turn.Wait<TestingState, Tested> wait) {
                return Turn.wait(new PromoteState.Proving(state.subject(), state.traffic(), wait.next()), wait.until());
            }
            return Turn.next(new PromoteState.Recording(state.subject(), state.traffic()));
        } catch (ProblemException failed) {
            return Turn.next(promotion.revert(state.traffic(), Promotion.end(failed)));
        }
    }

    private Problem busy() {
        return Problem.of(
                ProblemCode.TIMED_OUT,
                endpoint() + " stayed busy for "
                        + Promotion.words(promotion.plan().limits().busy()));
    }

    private Problem moved() {
        return Problem.of(
                ProblemCode.CONFLICT,
                "the traffic of " + endpoint() + " was moved by somebody else while the new deployment was tested");
    }

    private Problem failed(Endpoint endpoint) {
        return Problem.of(
                ProblemCode.DEPLOYMENT_FAILED,
                endpoint() + " is in state " + endpoint.state() + " after its traffic was moved");
    }

    private Problem unconfirmed(TrafficSwitch traffic, Endpoint endpoint) {
        return Problem.of(
                ProblemCode.TIMED_OUT,
                "the traffic of " + endpoint() + " reads " + endpoint.traffic() + " in state " + endpoint.state()
                        + ", and not " + traffic.after() + ", "
                        + Promotion.words(promotion.plan().limits().readBack()) + " after it was written");
    }

    private String endpoint() {
        return "endpoint '" + promotion.plan().endpoint() + "'";
    }
}
