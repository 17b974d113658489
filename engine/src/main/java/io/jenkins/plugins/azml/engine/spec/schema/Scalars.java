package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.PythonNumbers;
import io.jenkins.plugins.azml.engine.spec.yaml.PythonTimes;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Single values. They are as lenient as the official client: {@code "2"} is an integer, {@code 2} is not a text.
 *
 * @param reading the value of a scalar, or nothing if it is of another type
 */
record Scalars(String expected, Function<Scalar, Optional<?>> reading) implements Type {
    private static final Set<String> TRUE =
            Set.of("t", "T", "true", "True", "TRUE", "on", "On", "ON", "y", "Y", "yes", "Yes", "YES", "1");
    private static final Set<String> FALSE =
            Set.of("f", "F", "false", "False", "FALSE", "off", "Off", "OFF", "n", "N", "no", "No", "NO", "0");

    static final Type TEXT = new Scalars("text", Scalars::text);
    static final Type INTEGER = new Scalars("an integer", Scalars::integer);
    static final Type NUMBER = new Scalars("a number", Scalars::number);
    static final Type FLAG = new Scalars("true or false", Scalars::flag);
    static final Type AS_TEXT = new Scalars(
            "a single value", scalar -> Optional.ofNullable(scalar.value()).map(Scalars::python));
    static final Type VERSION = new Scalars("a version (text or a number)", Scalars::version);

    @Override
    public @Nullable Object check(Node node, Check check) {
        Object value = node instanceof Scalar scalar ? reading.apply(scalar).orElse(null) : null;
        return value == null ? check.mismatch(node, this) : value;
    }

    private static Optional<?> text(Scalar scalar) {
        return Optional.ofNullable(scalar.value()).filter(String.class::isInstance);
    }

    private static Optional<?> integer(Scalar scalar) {
        if (scalar.value() instanceof Double number) {
            return number.isNaN() || number.isInfinite()
                    ? Optional.empty()
                    : Optional.of(whole(new BigDecimal(number).toBigInteger()));
        }
        if (scalar.value() instanceof Number number) {
            return Optional.of(number);
        }
        return text(scalar).flatMap(text -> parse(text.toString(), digits -> whole(new BigInteger(digits))));
    }

    private static Number whole(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    private static Optional<?> number(Scalar scalar) {
        if (scalar.value() instanceof Number number) {
            double value = number.doubleValue();
            return Double.isNaN(value) || Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
        }
        return text(scalar).flatMap(text -> parse(text.toString(), Double::valueOf));
    }

    private static <T> Optional<T> parse(String text, Function<String, T> reading) {
        try {
            return text.length() > 100 ? Optional.empty() : Optional.of(reading.apply(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Boolean> flag(Scalar scalar) {
        if (scalar.value() instanceof Boolean flag) {
            return Optional.of(flag);
        }
        String text = scalar.value() instanceof Double number && (number == 0 || number == 1)
                ? String.valueOf(number.intValue())
                : String.valueOf(scalar.value());
        return TRUE.contains(text) ? Optional.of(true) : FALSE.contains(text) ? Optional.of(false) : Optional.empty();
    }

    private static Optional<?> version(Scalar scalar) {
        Object value = scalar.value();
        return value instanceof String || value instanceof Number || value instanceof Boolean
                ? Optional.of(python(value))
                : Optional.empty();
    }

    /** A scalar as Python's {@code str} writes it. */
    static String python(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof TemporalAccessor time) {
            return PythonTimes.text(time);
        }
        return value instanceof Double number ? PythonNumbers.text(number) : value.toString();
    }
}
