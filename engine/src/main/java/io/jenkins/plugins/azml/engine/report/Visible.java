package io.jenkins.plugins.azml.engine.report;

/** Foreign text made fit for one line: what would steer a terminal or turn the reading direction is shown as a code. */
public final class Visible {
    private Visible() {}

    /** The text on one line, cut to a number of code points with an ellipsis at the end. */
    public static String line(String text, int longest) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> append(line, point));
        return text.codePointCount(0, text.length()) > longest
                ? line.append('…').toString()
                : line.toString();
    }

    public static String line(String text) {
        return line(text, Integer.MAX_VALUE);
    }

    private static void append(StringBuilder line, int point) {
        if (point == '\n' || point == '\t' || point == '\r') {
            line.append(' ');
        } else if (isHidden(point)) {
            line.append(String.format("\\u%04x", point));
        } else {
            line.appendCodePoint(point);
        }
    }

    /** Control and format characters such as bidirectional marks, lone surrogates, line separators, noncharacters. */
    private static boolean isHidden(int point) {
        if ((point & 0xFFFE) == 0xFFFE) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
