package io.jenkins.plugins.azml.engine.testing;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.report.Visible;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must be so of one value in a JSON body. */
public sealed interface ValueCheck {
    JsonPath path();

    /** Why the value at the path is not as expected, absent if it is. */
    Optional<String> failureOf(@Nullable Object value);

    /** Why the document does not pass, absent if it does. */
    default Optional<String> failure(@Nullable Object document) {
        Optional<JsonPath.Found> found = path().find(document);
        return found.isEmpty()
                ? Optional.of(path() + " is not in the body")
                : failureOf(found.get().value())
                        .map(reason -> path() + " is " + text(found.get().value()) + reason);
    }

    /**
     * The value equals another one. Numbers, in lists and objects too, may differ by the tolerance.
     *
     * @param expected plain JSON
     */
    record Equal(JsonPath path, @Nullable Object expected, BigDecimal tolerance) implements ValueCheck {
        @Override
        public Optional<String> failureOf(@Nullable Object value) {
            return JsonEquality.within(tolerance).holds(expected, value)
                    ? Optional.empty()
                    : Optional.of(", expected " + text(expected)
                            + (tolerance.signum() == 0 ? "" : " with a tolerance of " + tolerance));
        }
    }

    /**
     * The value is a number in a range, its ends included.
     *
     * @param least or null for no lower end
     * @param most or null for no upper end
     */
    record Range(
            JsonPath path,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) implements ValueCheck {
        @Override
        public Optional<String> failureOf(@Nullable Object value) {
            return JsonEquality.decimal(value).filter(this::contains).isPresent()
                    ? Optional.empty()
                    : Optional.of(", expected a number" + (least == null ? "" : " from " + least)
                            + (most == null ? "" : " to " + most));
        }

        private boolean contains(BigDecimal number) {
            return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0);
        }
    }

    private static String text(@Nullable Object value) {
        return Visible.line(Json.write(value), 200);
    }
}
