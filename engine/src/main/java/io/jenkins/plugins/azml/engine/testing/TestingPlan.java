package io.jenkins.plugins.azml.engine.testing;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tested.
 *
 * @param deployment which one answers, or null to let the traffic decide
 * @param tests 1 to 60
 */
public record TestingPlan(
        String endpoint, @Nullable String deployment, List<EndpointTest> tests, TestingLimits limits) {
    private static final int MOST_TESTS = 60;

    public TestingPlan {
        tests = List.copyOf(tests);
        if (tests.isEmpty() || tests.size() > MOST_TESTS) {
            throw Problem.of(
                            ProblemCode.INVALID_FILE,
                            tests.size() + " tests of an endpoint: expected 1 to " + MOST_TESTS)
                    .asException();
        }
    }

    Optional<String> namedDeployment() {
        return Optional.ofNullable(deployment);
    }

    /** For messages. */
    String target() {
        return deployment == null
                ? "endpoint '" + endpoint + "'"
                : "deployment '" + deployment + "' of endpoint '" + endpoint + "'";
    }
}
