package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.cli.config.Connections;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;

/**
 * Says of something that was not found whether its whole workspace is missing. Asked after a failure alone: a run that
 * goes well spends no request on it.
 */
record Whereabouts(Connections connections) {

    /** The failure, or in its place that a workspace of the run does not exist. */
    ProblemException of(ProblemException failure, RunRecord record) {
        if (failure.problem().code() != ProblemCode.NOT_FOUND) {
            return failure;
        }
        return record.workspaces().values().stream()
                .filter(this::isMissing)
                .findFirst()
                .map(place -> Problem.of(
                                ProblemCode.NOT_FOUND,
                                "there is no workspace '" + place.workspace() + "' in resource group '"
                                        + place.resourceGroup() + "' of subscription " + place.subscription())
                        .asException())
                .orElse(failure);
    }

    private boolean isMissing(Place place) {
        try {
            connections.workspace(place).facts();
            return false;
        } catch (ProblemException e) {
            return e.problem().code() == ProblemCode.NOT_FOUND;
        } catch (Unsettled unreached) {
            return false;
        }
    }
}
