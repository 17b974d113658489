package io.jenkins.plugins.azml.engine.testing;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must be like.
 *
 * @param values what must be found in the body, which is JSON if there is one value at least
 * @param contains text that the body must contain as it is, or null
 * @param maxLatency how long the answer may take, or null
 */
public record Expectation(
        int status,
        List<ValueCheck> values,
        @Nullable String contains,
        @Nullable Duration maxLatency) {
    public Expectation {
        values = List.copyOf(values);
    }
}
