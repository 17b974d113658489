package io.jenkins.plugins.azml.engine.promote;

import io.jenkins.plugins.azml.engine.azure.Endpoints;
import io.jenkins.plugins.azml.engine.azure.Endpoints.Endpoint;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.util.Map;

/**
 * Writes an endpoint's traffic: always the whole endpoint, always as it was read in the same turn, and only if the map
 * that was read is one that the switch knows.
 */
record TrafficWriter(Endpoints endpoints, String endpoint) {

    /** What came of a try to write. */
    enum Outcome {
        WRITTEN,
        /** Another operation is under way. */
        BUSY,
        /** The map is neither the one before nor the one after the switch: perhaps an old read, perhaps somebody else. */
        FOREIGN
    }

    /** @throws ProblemException NOT_FOUND if there is no such endpoint */
    Endpoint read() {
        return endpoints
                .find(endpoint)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "there is no endpoint '" + endpoint + "'")
                        .asException());
    }

    Outcome move(TrafficSwitch traffic) {
        Endpoint now = read();
        if (traffic.isAfter(now)) {
            return Outcome.WRITTEN;
        }
        if (!traffic.isBefore(now)) {
            return Outcome.FOREIGN;
        }
        return now.ready() ? write(now, traffic.after(), traffic.tagsAfter()) : Outcome.BUSY;
    }

    /** Also when it reads as before: the read may be older than the switch. */
    Outcome moveBack(TrafficSwitch traffic) {
        Endpoint now = read();
        if (!traffic.isAfter(now) && !traffic.isBefore(now)) {
            return Outcome.FOREIGN;
        }
        return now.ready() || now.failed() ? write(now, traffic.before(), traffic.tagsBefore()) : Outcome.BUSY;
    }

    private Outcome write(Endpoint now, Map<String, Integer> traffic, Map<String, String> tags) {
        try {
            endpoints.put(endpoint, Endpoints.bodyWith(now, traffic, tags));
            return Outcome.WRITTEN;
        } catch (ProblemException e) {
            if (Endpoints.isBusy(e.problem())) {
                return Outcome.BUSY;
            }
            throw e;
        }
    }
}
