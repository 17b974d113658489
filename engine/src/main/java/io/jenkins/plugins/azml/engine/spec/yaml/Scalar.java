package io.jenkins.plugins.azml.engine.spec.yaml;

import io.jenkins.plugins.azml.engine.problem.Where;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A single value.
 *
 * @param text as written, quotes and folding resolved
 * @param value what the text means: {@code String}, {@code Long}, {@code BigInteger}, {@code Double}, {@code Boolean}, a
 *     date or time of {@code java.time}, or null
 */
public record Scalar(Where where, String text, @Nullable Object value) implements Node {

    public static Scalar text(Where where, String text) {
        return new Scalar(where, text, text);
    }

    public boolean isNull() {
        return value == null;
    }

    @Override
    public String noun() {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Boolean) {
            return "the boolean " + text;
        }
        if (value instanceof TemporalAccessor) {
            return "the date " + text;
        }
        return value instanceof Number ? "the number " + text : "the text '" + text + "'";
    }
}
