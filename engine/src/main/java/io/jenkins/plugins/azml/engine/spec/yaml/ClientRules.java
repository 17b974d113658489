package io.jenkins.plugins.azml.engine.spec.yaml;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.Where;
import java.util.BitSet;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * What YAML 1.2 allows in a file and the official client's reader of YAML 1.1 does not: some characters, and tabs that
 * part values. Characters that end a line in 1.1 alone are refused too, as the text would mean something else there.
 */
final class ClientRules {
    private final String file;
    private final int[] characters;

    ClientRules(String file, String text) {
        this.file = file;
        this.characters = text.codePoints().toArray();
    }

    /** @throws ProblemException {@code INVALID_FILE} at the first character that is not read */
    void checkCharacters() {
        for (int i = 0; i < characters.length; i++) {
            if (!isRead(characters[i])) {
                String name = "U+%04X".formatted(characters[i]);
                throw YamlReader.invalid(
                        place(i), "the character " + name + " is not allowed; write it as an escape in double quotes");
            }
        }
    }

    private static boolean isRead(int character) {
        if (character < 0x7F) {
            return character >= ' ' || character == '\t' || character == '\n' || character == '\r';
        }
        boolean endsLine = character == 0x2028 || character == 0x2029;
        boolean isHalf = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return character >= 0xA0 && !endsLine && !isHalf && character != 0xFFFE && character != 0xFFFF;
    }

    /** @throws ProblemException {@code INVALID_FILE} at a tab that is in no quotes, block text or comment */
    void checkTabs(Iterable<Event> events) {
        BitSet inTexts = inTexts(events);
        for (int i = 0; i < characters.length; i++) {
            if (inTexts.get(i)) {
                continue;
            }
            if (characters[i] == '\t') {
                throw YamlReader.invalid(place(i), "a tab is not allowed outside of quotes; use spaces");
            }
            if (characters[i] == '#' && beginsComment(i)) {
                i = endOfLine(i);
            }
        }
    }

    private BitSet inTexts(Iterable<Event> events) {
        BitSet inTexts = new BitSet();
        for (Event event : events) {
            if (event instanceof ScalarEvent scalar && scalar.getScalarStyle() != ScalarStyle.PLAIN) {
                int start = index(scalar.getStartMark());
                inTexts.set(isBlock(scalar) ? endOfLine(start) : start, index(scalar.getEndMark()));
            }
        }
        return inTexts;
    }

    private static boolean isBlock(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
    }

    private static int index(Optional<Mark> mark) {
        return mark.map(Mark::getIndex).orElse(0);
    }

    private boolean beginsComment(int index) {
        return index == 0 || characters[index - 1] <= ' ';
    }

    private int endOfLine(int index) {
        int end = index;
        while (end < characters.length && characters[end] != '\n' && characters[end] != '\r') {
            end++;
        }
        return end;
    }

    private Where place(int index) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < index; i++) {
            boolean ends = characters[i] == '\n' || (characters[i] == '\r' && characters[i + 1] != '\n');
            line = ends ? line + 1 : line;
            column = ends ? 1 : column + 1;
        }
        return new Where(file, line, column);
    }
}
