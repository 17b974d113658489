package io.jenkins.plugins.azml.engine.logs;

import java.util.List;

/**
 * What came new of a log.
 *
 * @param lines harmless, without their ends
 * @param next where to go on
 * @param more whether reading again now, without waiting, may give more
 */
public record LogPage(List<String> lines, LogCursor next, boolean more) {
    public LogPage {
        lines = List.copyOf(lines);
    }

    static LogPage nothing(LogCursor next, boolean more) {
        return new LogPage(List.of(), next, more);
    }
}
