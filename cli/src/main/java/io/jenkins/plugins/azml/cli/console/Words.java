package io.jenkins.plugins.azml.cli.console;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. */
public final class Words {
    private Words() {}

    /** For example {@code 27 ms}, {@code 4.2 s}, {@code 51 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String of(Duration time) {
        if (time.toMillis() < 1000) {
            return time.toMillis() + " ms";
        }
        if (time.toSeconds() < 10) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (time.toMinutes() < 1) {
            return time.toSeconds() + " s";
        }
        return time.toHours() < 1
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    /** Five digits that matter. */
    public static String of(double figure) {
        if (!Double.isFinite(figure)) {
            return String.valueOf(figure);
        }
        double size = Math.abs(figure);
        return size != 0 && (size < 1e-4 || size >= 1e9)
                ? String.format(Locale.ROOT, "%.4g", figure)
                : new java.math.BigDecimal(figure)
                        .round(new java.math.MathContext(5))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
