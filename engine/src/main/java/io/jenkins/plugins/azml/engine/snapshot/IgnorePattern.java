package io.jenkins.plugins.azml.engine.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One line of an ignore file: {@code .gitignore}'s patterns as the official client reads them.
 *
 * <p>They differ from git's in two ways that change a hash: a negated class such as {@code [!a]} also matches a slash,
 * and a later {@code !pattern} brings back files of an ignored folder. Matching takes time linear in the path.
 */
final class IgnorePattern {
    private static final List<String> EVERY_FOLDER = List.of("**", "");

    private final boolean excludes;
    private final List<Element> elements;

    private IgnorePattern(boolean excludes, List<Element> elements) {
        this.excludes = excludes;
        this.elements = elements;
    }

    /**
     * Reads a line; a comment, a blank line and a lone slash are no pattern.
     *
     * @throws IllegalArgumentException if the line is not a pattern; the message says why
     */
    static Optional<IgnorePattern> of(String line) {
        String pattern = Blank.strip(line);
        if (pattern.isEmpty() || pattern.startsWith("#") || pattern.equals("/")) {
            return Optional.empty();
        }
        boolean negated = pattern.startsWith("!");
        List<String> segments = segments(negated ? pattern.substring(1) : pattern);
        List<Element> elements = segments.equals(EVERY_FOLDER)
                ? List.of(Element.ANY, Element.REST, Element.SLASH, Element.REST)
                : compile(normal(segments));
        return Optional.of(new IgnorePattern(!negated, elements));
    }

    /** False for a {@code !pattern}, which brings files back. */
    boolean excludes() {
        return excludes;
    }

    /** Whether the whole path, relative and with slashes, matches. */
    boolean matches(String path) {
        return statesAfter(path).get(elements.size());
    }

    /** Whether every path below the folder matches: every pattern ends in "the rest of the path". */
    boolean matchesAllBelow(String folder) {
        return statesAfter(folder + "/").get(elements.size() - 1);
    }

    private BitSet statesAfter(String path) {
        BitSet at = new BitSet(elements.size() + 1);
        enter(at, 0);
        for (int i = 0; i < path.length() && !at.isEmpty(); i += Character.charCount(path.codePointAt(i))) {
            at = after(at, path.codePointAt(i));
        }
        return at;
    }

    private BitSet after(BitSet at, int character) {
        BitSet next = new BitSet(elements.size() + 1);
        for (int i = at.nextSetBit(0); i >= 0 && i < elements.size(); i = at.nextSetBit(i + 1)) {
            Element element = elements.get(i);
            if (element.characters().test(character)) {
                enter(next, element.repeats() ? i : i + 1);
            }
        }
        return next;
    }

    private void enter(BitSet states, int state) {
        states.set(state);
        if (state < elements.size() && elements.get(state).skip() > 0) {
            enter(states, state + elements.get(state).skip());
        }
    }

    private static List<String> segments(String pattern) {
        List<String> segments = new ArrayList<>();
        for (String segment : Arrays.asList(pattern.split("/", -1))) {
            boolean repeated = segment.equals("**")
                    && !segments.isEmpty()
                    && last(segments).equals("**");
            if (!repeated) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static List<String> normal(List<String> segments) {
        if (segments.get(0).isEmpty()) {
            segments.remove(0);
        } else if (isAnywhere(segments)) {
            segments.add(0, "**");
        }
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("nothing follows the '!'");
        }
        if (segments.size() > 1 && last(segments).isEmpty()) {
            segments.set(segments.size() - 1, "**");
        }
        return segments;
    }

    /** A single name, with or without a slash at its end, matches in every folder. */
    private static boolean isAnywhere(List<String> segments) {
        boolean single =
                segments.size() == 1 || (segments.size() == 2 && segments.get(1).isEmpty());
        return single && !segments.get(0).equals("**");
    }

    private static String last(List<String> segments) {
        return segments.get(segments.size() - 1);
    }

    private static List<Element> compile(List<String> segments) {
        List<Element> elements = new ArrayList<>();
        int end = segments.size() - 1;
        boolean needsSlash = false;
        for (int i = 0; i <= end; i++) {
            boolean wild = segments.get(i).equals("**");
            if (wild) {
                elements.addAll(wild(i == 0, i == end));
            } else {
                elements.addAll(needsSlash ? List.of(Element.SLASH) : List.of());
                elements.addAll(Glob.elements(segments.get(i)));
                elements.addAll(i == end ? List.of(Element.SLASH.optionalWith(2), Element.REST) : List.of());
            }
            needsSlash = !wild || i > 0;
        }
        return elements;
    }

    private static List<Element> wild(boolean first, boolean last) {
        if (first && last) {
            return List.of(Element.ANY, Element.REST);
        }
        if (first) {
            return List.of(Element.ANY.optionalWith(3), Element.REST, Element.SLASH);
        }
        return last
                ? List.of(Element.SLASH, Element.REST)
                : List.of(Element.SLASH.optionalWith(3), Element.ANY, Element.REST);
    }
}
