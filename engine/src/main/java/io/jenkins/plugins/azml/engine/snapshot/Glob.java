package io.jenkins.plugins.azml.engine.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** One segment of a pattern between slashes: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a]}, {@code \x}. */
final class Glob {
    private final int[] pattern;
    private final List<Element> elements = new ArrayList<>();
    private int at;

    private Glob(String segment) {
        this.pattern = segment.codePoints().toArray();
    }

    static List<Element> elements(String segment) {
        if (segment.equals("*")) {
            return List.of(Element.one(Glob::isInSegment), Element.many(Glob::isInSegment));
        }
        return new Glob(segment).read();
    }

    private static boolean isInSegment(int character) {
        return character != '/';
    }

    private List<Element> read() {
        while (at < pattern.length) {
            int character = pattern[at++];
            switch (character) {
                case '\\' -> literal(escaped());
                case '*' -> star();
                case '?' -> elements.add(Element.one(Glob::isInSegment));
                case '[' -> bracket();
                default -> literal(character);
            }
        }
        return elements;
    }

    private void literal(int wanted) {
        elements.add(Element.one(character -> character == wanted));
    }

    private int escaped() {
        if (at == pattern.length) {
            throw new IllegalArgumentException("nothing follows the '\\' at its end");
        }
        return pattern[at++];
    }

    private void star() {
        while (at < pattern.length && pattern[at] == '*') {
            at++;
        }
        elements.add(Element.many(Glob::isInSegment));
    }

    private void bracket() {
        int end = endOfBracket();
        if (end < 0) {
            literal('[');
            return;
        }
        boolean negated = pattern[at] == '!';
        IntPredicate members = members(negated ? at + 1 : at, end);
        elements.add(Element.one(negated ? members.negate() : members));
        at = end + 1;
    }

    /** A bracket that is the first member is a member, not the end. */
    private int endOfBracket() {
        int end = at;
        if (end < pattern.length && pattern[end] == '!') {
            end++;
        }
        if (end < pattern.length && pattern[end] == ']') {
            end++;
        }
        while (end < pattern.length && pattern[end] != ']') {
            end++;
        }
        return end < pattern.length ? end : -1;
    }

    private IntPredicate members(int from, int end) {
        IntPredicate members = character -> false;
        int i = from;
        while (i < end) {
            int low = pattern[i];
            boolean range = i + 2 < end && pattern[i + 1] == '-';
            int high = range ? pattern[i + 2] : low;
            if (high < low) {
                throw new IllegalArgumentException("the range '" + Character.toString(low) + "-"
                        + Character.toString(high) + "' is the wrong way round");
            }
            members = members.or(character -> low <= character && character <= high);
            i += range ? 3 : 1;
        }
        return members;
    }
}
