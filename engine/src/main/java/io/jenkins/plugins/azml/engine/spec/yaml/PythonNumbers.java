package io.jenkins.plugins.azml.engine.spec.yaml;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as Python's {@code str} writes them, because the client sends literals in that form. */
public final class PythonNumbers {
    private static final int MOST_DIGITS = 17;

    private PythonNumbers() {}

    /** The shortest digits that read back as the same value: {@code 0.1}, {@code 1.0}, {@code 1e-05}, {@code inf}. */
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        return layout(shortest(value));
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS)).stripTrailingZeros();
    }

    private static String layout(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            return scientific(value, exponent);
        }
        String plain = value.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static String scientific(BigDecimal value, int exponent) {
        String digits = value.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        int size = Math.abs(exponent);
        return (value.signum() < 0 ? "-" : "")
                + mantissa
                + (exponent < 0 ? "e-" : "e+")
                + (size < 10 ? "0" : "")
                + size;
    }
}
