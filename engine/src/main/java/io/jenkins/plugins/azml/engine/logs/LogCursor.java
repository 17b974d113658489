package io.jenkins.plugins.azml.engine.logs;

/**
 * How far a log was read; under 200 bytes as JSON.
 *
 * @param offset of the first byte that was not given out as part of a line
 * @param place what that byte is
 * @param doubts how many times in a row the log looked shorter than, or other than, what was read of it
 * @param etag of the version whose every line was given out; empty where there may be more
 */
public record LogCursor(long offset, Place place, int doubts, String etag) {
    private static final int LONGEST_ETAG = 64;

    /** What the next byte is. */
    public enum Place {
        LINE_START,
        /** The rest of a line that was given out unfinished, at the end of a log. */
        INSIDE_LINE,
        /** The rest of a line that was cut: it is skipped. */
        INSIDE_CUT_LINE
    }

    public LogCursor {
        etag = etag.length() > LONGEST_ETAG ? "" : etag;
    }

    /** Nothing was read yet. */
    public static LogCursor start() {
        return new LogCursor(0, Place.LINE_START, 0, "");
    }

    LogCursor doubting() {
        return new LogCursor(offset, place, doubts + 1, "");
    }
}
