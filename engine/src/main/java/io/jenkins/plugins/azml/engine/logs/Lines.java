package io.jenkins.plugins.azml.engine.logs;

import io.jenkins.plugins.azml.engine.logs.LogCursor.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Cuts bytes into lines. A line ends with LF, CR LF or a lone CR, with which progress bars redraw themselves; a line of
 * more than 10 KB is cut there and says so.
 */
final class Lines {
    private static final int LONGEST = 10 << 10;
    private static final String CUT = " [line cut at 10 KB]";

    private final byte[] bytes;
    private final List<String> lines;
    private Place place;
    private int at;

    Lines(byte[] bytes, int from, Place place, List<String> lines) {
        this.bytes = bytes;
        this.at = from;
        this.place = place;
        this.lines = lines;
    }

    static boolean isEnd(byte value) {
        return value == '\n' || value == '\r';
    }

    Place place() {
        return place;
    }

    /**
     * Adds the lines.
     *
     * @param ended whether no byte will follow
     * @return the index of the first byte that belongs to no line yet
     */
    int cut(boolean ended) {
        int end = end(ended);
        while (end >= 0) {
            line(end);
            boolean pair = bytes[end] == '\r' && end + 1 < bytes.length && bytes[end + 1] == '\n';
            at = end + (pair ? 2 : 1);
            place = Place.LINE_START;
            end = end(ended);
        }
        rest(ended);
        return at;
    }

    /** The index of the next line's end, or -1; what follows a CR at the very end is not known yet. */
    private int end(boolean ended) {
        for (int i = at; i < bytes.length; i++) {
            if (isEnd(bytes[i])) {
                boolean open = bytes[i] == '\r' && i + 1 == bytes.length && !ended;
                return open ? -1 : i;
            }
        }
        return -1;
    }

    private void line(int end) {
        boolean restOfShown = place == Place.INSIDE_LINE && end == at;
        if (place != Place.INSIDE_CUT_LINE && !restOfShown) {
            lines.add(text(end));
        }
    }

    private void rest(boolean ended) {
        int length = bytes.length - at;
        if (place == Place.INSIDE_CUT_LINE) {
            skipRest();
        } else if (length > LONGEST) {
            lines.add(text(bytes.length));
            place = Place.INSIDE_CUT_LINE;
            skipRest();
        } else if (ended && length > 0) {
            lines.add(text(bytes.length));
            place = Place.INSIDE_LINE;
            at = bytes.length;
        }
    }

    /** A CR at the very end may still end the line. */
    private void skipRest() {
        boolean open = bytes.length > at && bytes[bytes.length - 1] == '\r';
        at = open ? bytes.length - 1 : bytes.length;
    }

    private String text(int end) {
        int stop = end - at <= LONGEST ? end : characterStart(at + LONGEST);
        String line = new String(bytes, at, stop - at, StandardCharsets.UTF_8);
        return HarmlessText.of(line) + (stop < end ? CUT : "");
    }

    private int characterStart(int index) {
        int start = index;
        while (start > at && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }
}
