package io.jenkins.plugins.azml.engine.testing;

import java.util.List;

/** All tests with what came of them; every one has passed. */
public record Tested(List<TestResult> results) {
    public Tested {
        results = List.copyOf(results);
    }
}
