package io.jenkins.plugins.azml.engine.testing;

import io.jenkins.plugins.azml.engine.report.Suite;
import java.time.Duration;
import java.util.List;

/**
 * A test with what came of it.
 *
 * @param latency how long the answer took, zero if there was none
 */
public record TestResult(EndpointTest test, Assessment assessment, Duration latency) {

    /** Results as a suite of a test report. */
    public static Suite suite(String name, List<TestResult> results) {
        return new Suite(name, results.stream().map(TestResult::reported).toList());
    }

    private Suite.Case reported() {
        Suite.Status status = assessment.passed() ? Suite.Status.PASSED : Suite.Status.FAILED;
        return new Suite.Case(test.name(), status, assessment.failures(), latency);
    }
}
