package io.jenkins.plugins.azml.engine.logs;

/**
 * Text from elsewhere that can be shown on a terminal or in a build's console: what would move the cursor, set a title,
 * turn the reading direction, hide, or start a console note is written out, as {@code \x1b} or {@code U+202E}.
 *
 * <p>It stays the text it was: a line that looks like a command to a CI system, or like the end of a build, is for the
 * printer to put behind a prefix.
 */
public final class HarmlessText {
    private HarmlessText() {}

    /** The text on one line; a tab stays. */
    public static String of(String text) {
        if (text.codePoints().allMatch(HarmlessText::isHarmless)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> show(character, shown));
        return shown.toString();
    }

    private static void show(int character, StringBuilder shown) {
        if (isHarmless(character)) {
            shown.appendCodePoint(character);
        } else if (character <= 0xFF) {
            shown.append(String.format("\\x%02x", character));
        } else {
            shown.append(String.format("U+%04X", character));
        }
    }

    private static boolean isHarmless(int character) {
        return character == '\t' || (character >= ' ' && character < 0x7F) || isHarmlessBeyondAscii(character);
    }

    private static boolean isHarmlessBeyondAscii(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> isJoiner(character);
            default -> true;
        };
    }

    /** Parts of words and pictures in use: joiners and the variation of an emoji. */
    private static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }
}
