package io.jenkins.plugins.azml.engine.testing;

import io.jenkins.plugins.azml.engine.rest.Redaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the tests so far, small enough to be saved after each: the first failures keep their reasons, later ones
 * were told when they happened.
 *
 * @param millis how long each answer took, in the order of the tests; -1 where there was none
 * @param failures the reason by the test's place, from 0
 */
public record Outcomes(List<Long> millis, Map<String, String> failures) {
    private static final int LONGEST_REASON = 160;
    private static final int REASONS_KEPT = 4;
    private static final String TOLD = "failed; the reason was told when it happened";
    private static final String SHORT = "";

    public Outcomes {
        millis = List.copyOf(millis);
        failures = Map.copyOf(failures);
    }

    static Outcomes none() {
        return new Outcomes(List.of(), Map.of());
    }

    Outcomes with(Assessment assessment, Duration latency) {
        List<Long> longer = new ArrayList<>(millis);
        longer.add(latency.toMillis());
        Map<String, String> more = new LinkedHashMap<>(failures);
        if (!assessment.passed()) {
            more.put(String.valueOf(millis.size()), kept(String.join("; ", assessment.failures())));
        }
        return new Outcomes(longer, more);
    }

    private String kept(String reason) {
        return failures.size() < REASONS_KEPT ? Redaction.line(reason, LONGEST_REASON) : SHORT;
    }

    boolean passed() {
        return failures.isEmpty();
    }

    int size() {
        return millis.size();
    }

    List<TestResult> of(List<EndpointTest> tests) {
        List<TestResult> results = new ArrayList<>();
        for (int i = 0; i < millis.size(); i++) {
            String failure = failures.get(String.valueOf(i));
            Assessment assessment =
                    new Assessment(failure == null ? List.of() : List.of(failure.equals(SHORT) ? TOLD : failure));
            results.add(new TestResult(tests.get(i), assessment, Duration.ofMillis(Math.max(0, millis.get(i)))));
        }
        return results;
    }
}
