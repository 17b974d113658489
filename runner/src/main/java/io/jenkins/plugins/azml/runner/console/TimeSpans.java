package io.jenkins.plugins.azml.runner.console;

import java.time.Duration;

/** Times in words, as Jenkins writes them. */
public final class TimeSpans {
    private TimeSpans() {}

    public static String of(long millis) {
        Duration span = Duration.ofMillis(millis);
        if (span.toDays() > 0) {
            return span.toDays() + (span.toDays() == 1 ? " day " : " days ") + span.toHoursPart() + " hr";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " hr " + span.toMinutesPart() + " min";
        }
        if (span.toMinutes() > 0) {
            return span.toMinutes() + " min " + span.toSecondsPart() + " sec";
        }
        if (span.toSeconds() >= 10) {
            return span.toSeconds() + " sec";
        }
        if (span.toSeconds() >= 1) {
            return decimal(millis / 100, 10) + " sec";
        }
        return millis >= 100 ? decimal(millis / 10, 100) + " sec" : millis + " ms";
    }

    private static String decimal(long parts, int per) {
        String text = Double.toString((double) parts / per);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
