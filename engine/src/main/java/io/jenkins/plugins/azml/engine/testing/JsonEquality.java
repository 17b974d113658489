package io.jenkins.plugins.azml.engine.testing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Equality of plain JSON values in which numbers may differ by a tolerance. Numbers that are not finite equal nothing. */
record JsonEquality(BigDecimal tolerance) {

    static JsonEquality within(BigDecimal tolerance) {
        return new JsonEquality(tolerance);
    }

    boolean holds(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Number && actual instanceof Number) {
            return close(decimal(expected), decimal(actual));
        }
        if (expected instanceof List<?> one && actual instanceof List<?> other) {
            return holds(one, other);
        }
        if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
            return one.keySet().equals(other.keySet())
                    && one.keySet().stream().allMatch(key -> holds(one.get(key), other.get(key)));
        }
        return Objects.equals(expected, actual);
    }

    private boolean holds(List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!holds(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean close(Optional<BigDecimal> expected, Optional<BigDecimal> actual) {
        return expected.isPresent()
                && actual.isPresent()
                && expected.get().subtract(actual.get()).abs().compareTo(tolerance) <= 0;
    }

    static Optional<BigDecimal> decimal(@Nullable Object value) {
        if (value instanceof BigInteger number) {
            return Optional.of(new BigDecimal(number));
        }
        if (value instanceof Long number) {
            return Optional.of(BigDecimal.valueOf(number));
        }
        return value instanceof Double number && Double.isFinite(number)
                ? Optional.of(BigDecimal.valueOf(number))
                : Optional.empty();
    }
}
