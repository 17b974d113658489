package io.jenkins.plugins.azml.engine.snapshot;

/** Blanks as Python's {@code strip} sees them: Java's, the no-break spaces and the next-line character. */
final class Blank {
    private static final int NEXT_LINE = 0x85;

    private Blank() {}

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == NEXT_LINE;
    }
}
