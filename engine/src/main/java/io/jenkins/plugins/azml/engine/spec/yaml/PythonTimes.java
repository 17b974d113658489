package io.jenkins.plugins.azml.engine.spec.yaml;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Dates and times as the official client writes them; a date alone is the same everywhere. */
public final class PythonTimes {
    private PythonTimes() {}

    /** As Python's {@code str}: {@code 2026-11-24 10:00:00}, {@code 2026-11-24 10:00:00.500000+01:00}. */
    public static String text(TemporalAccessor time) {
        String offset = time.isSupported(ChronoField.OFFSET_SECONDS) ? "xxx" : "";
        return written(time, "uuuu-MM-dd HH:mm:ss", offset);
    }

    /** As in JSON: {@code 2026-11-24T10:00:00Z}; a time without a zone is taken for one of UTC. */
    public static String json(TemporalAccessor time) {
        TemporalAccessor utc = time instanceof LocalDateTime local
                ? local.atOffset(ZoneOffset.UTC)
                : time instanceof OffsetDateTime there ? there.withOffsetSameInstant(ZoneOffset.UTC) : time;
        return written(utc, "uuuu-MM-dd'T'HH:mm:ss", "'Z'");
    }

    private static String written(TemporalAccessor time, String pattern, String offset) {
        if (!time.isSupported(ChronoField.NANO_OF_SECOND)) {
            return time.toString();
        }
        String fraction = time.get(ChronoField.NANO_OF_SECOND) == 0 ? "" : ".SSSSSS";
        return DateTimeFormatter.ofPattern(pattern + fraction + offset, Locale.ROOT)
                .format(time);
    }
}
