package io.jenkins.plugins.azml.runner;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something done to a build when its console, past the match of the action before, matches.
 *
 * @param values values for the parameters of an approved input
 */
public record RunAction(Pattern after, Kind kind, Map<String, Object> values) {
    public RunAction {
        values = Map.copyOf(values);
    }

    /** What can be done. */
    public enum Kind {
        APPROVE,
        ABORT,
        STOP,
        RESTART
    }

    /**
     * Reads an action as {@code REGEX=approve|abort|stop|restart}.
     *
     * @throws IllegalArgumentException where it has another form
     */
    public static RunAction parse(String text) {
        int equals = text.lastIndexOf('=');
        String kind = text.substring(equals + 1);
        if (equals < 0 || !kind.matches("approve|abort|stop|restart")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no action: write REGEX=approve, =abort, =stop or =restart");
        }
        return new RunAction(
                Pattern.compile(text.substring(0, equals)),
                Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                Map.of());
    }
}
