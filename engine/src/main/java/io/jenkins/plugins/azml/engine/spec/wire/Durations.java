package io.jenkins.plugins.azml.engine.spec.wire;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations in the ISO form that the official client sends: {@code PT1M30S}, {@code P1DT3H}. */
public final class Durations {
    private Durations() {}

    public static String iso(Duration duration) {
        if (duration.isNegative()) {
            return "-" + iso(duration.negated());
        }
        String time = part(duration.toHoursPart(), "H") + part(duration.toMinutesPart(), "M") + seconds(duration);
        String days = part(duration.toDays(), "D");
        return days.isEmpty() && time.isEmpty() ? "P0D" : "P" + days + (time.isEmpty() ? "" : "T" + time);
    }

    private static String seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toSecondsPart())
                .add(BigDecimal.valueOf(duration.toNanosPart(), 9))
                .stripTrailingZeros();
        return seconds.signum() == 0 ? "" : seconds.toPlainString() + "S";
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }
}
