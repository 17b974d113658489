package io.jenkins.plugins.azml.engine.deploy;

import io.jenkins.plugins.azml.engine.azure.Endpoints;
import io.jenkins.plugins.azml.engine.azure.Endpoints.Deployment;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Removes the run's own deployment, waits until it is gone, and ends the stage with the problem that it was removed for. */
record Removal(Endpoints endpoints, DeploymentPlan plan, StageContext context) {

    Turn<DeployState, Deployed> turn(DeployState.Removing state) {
        Optional<Deployment> found = endpoints.findDeployment(plan.endpoint(), plan.deployment());
        boolean foreign = found.filter(deployment -> !isOurs(deployment)).isPresent();
        if (foreign || (state.asked() && found.isEmpty() && !mayAppear(state) && !isListed())) {
            throw state.problem().asException();
        }
        if (!state.asked() || !isUnderWay(found)) {
            return ask(found.isEmpty() ? unseen(state) : state);
        }
        if (isTooLong(state)) {
            throw leftBehind(state, "it is still there").asException();
        }
        return later(state);
    }

    /** Asked another way: a read that finds nothing may be older than the deployment. */
    private boolean isListed() {
        return endpoints.deployments(plan.endpoint()).stream()
                .anyMatch(deployment -> deployment.name().equals(plan.deployment()));
    }

    /** What is asked away unseen may only be hidden by old answers, and the one to the request may have been none. */
    private DeployState.Removing unseen(DeployState.Removing state) {
        Instant visible = context.now().plus(StageContext.LATEST);
        boolean later = state.lateUntil() != null && state.lateUntil().isAfter(visible);
        return later ? state : new DeployState.Removing(state.problem(), state.since(), state.asked(), visible);
    }

    private boolean mayAppear(DeployState.Removing state) {
        return state.lateUntil() != null && context.now().isBefore(state.lateUntil());
    }

    /** If not, the request was not heard whatever its answer said, or a late one has made the deployment again. */
    private static boolean isUnderWay(Optional<Deployment> found) {
        return found.filter(deployment -> !deployment.state().equals("Deleting"))
                .isEmpty();
    }

    private boolean isTooLong(DeployState.Removing state) {
        return Duration.between(state.since(), context.now())
                        .compareTo(plan.limits().busy())
                >= 0;
    }

    /** Also when it cannot be read: a read may be older than this run's own write. */
    private Turn<DeployState, Deployed> ask(DeployState.Removing state) {
        try {
            endpoints.deleteDeployment(plan.endpoint(), plan.deployment());
        } catch (ProblemException e) {
            if (!e.problem().kind().ends()) {
                throw e;
            }
            if (Endpoints.isBusy(e.problem()) && !isTooLong(state)) {
                return later(asked(state, false));
            }
            throw leftBehind(state, e.problem().what()).asException();
        }
        context.say("removes deployment '" + plan.deployment() + "'");
        return later(asked(state, true));
    }

    /** What is busy has not taken the request, whatever the answer to an earlier one said. */
    private static DeployState asked(DeployState.Removing state, boolean taken) {
        return new DeployState.Removing(state.problem(), state.since(), taken, state.lateUntil());
    }

    private boolean isOurs(Deployment deployment) {
        return plan.run().value().equals(deployment.tags().get(Tags.RUN));
    }

    private Problem leftBehind(DeployState.Removing state, String why) {
        return Problem.of(
                state.problem().code(),
                state.problem().what() + "; deployment '" + plan.deployment() + "' could not be removed (" + why
                        + "): remove it by hand");
    }

    private Turn<DeployState, Deployed> later(DeployState state) {
        return Turn.wait(state, Until.elapsed(plan.limits().pace()));
    }
}
