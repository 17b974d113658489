package io.jenkins.plugins.azml.plugin.build;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Numbers of a result. */
final class Figure {
    private static final MathContext READABLE = new MathContext(6);

    private Figure() {}

    /** For people: rounded to six digits, a dash for none. */
    static String text(@Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return BigDecimal.valueOf(number.doubleValue())
                    .round(READABLE)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value == null ? "–" : value.toString();
    }

    /** For machines: JSON has no NaN and no infinities, so these are texts. */
    static Object plain(double value) {
        return Double.isFinite(value) ? (Object) value : String.valueOf(value);
    }
}
