package io.jenkins.plugins.azml.engine.testing;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.report.Visible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer was as expected.
 *
 * @param failures why not, one line each; empty if the test passed
 */
public record Assessment(List<String> failures) {
    private static final int EXCERPT = 200;

    public Assessment {
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }

    /** Judges an answer. Pure; every expectation that is not met is a failure of its own. */
    public static Assessment assess(Expectation expectation, Answer answer) {
        if (answer.status() != expectation.status()) {
            return new Assessment(List.of("the status is " + answer.status() + ", expected " + expectation.status()
                    + excerpt(answer.body())));
        }
        return new Assessment(Stream.of(
                        values(expectation.values(), answer.body()).stream(),
                        contains(expectation.contains(), answer.body()).stream(),
                        latency(expectation.maxLatency(), answer.latency()).stream())
                .flatMap(failures -> failures)
                .toList());
    }

    /** A test whose request got no answer at all. */
    public static Assessment unanswered(String reason) {
        return new Assessment(List.of(reason));
    }

    private static List<String> values(List<ValueCheck> checks, String body) {
        if (checks.isEmpty()) {
            return List.of();
        }
        try {
            Object document = Json.read(body);
            List<String> failures = new ArrayList<>();
            checks.forEach(check -> check.failure(document).ifPresent(failures::add));
            return failures;
        } catch (JsonException e) {
            return List.of("the body is not JSON: " + e.getMessage() + excerpt(body));
        }
    }

    private static Optional<String> contains(@Nullable String text, String body) {
        return text == null || body.contains(text)
                ? Optional.empty()
                : Optional.of("the body does not contain '" + Visible.line(text, EXCERPT) + "'" + excerpt(body));
    }

    private static Optional<String> latency(@Nullable Duration most, Duration latency) {
        return most == null || latency.compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of("the answer took " + latency.toMillis() + " ms, at most " + most.toMillis()
                        + " ms are allowed");
    }

    private static String excerpt(String body) {
        return body.isEmpty() ? "; the body is empty" : "; the body begins: " + Visible.line(body, EXCERPT);
    }
}
