package io.jenkins.plugins.azml.engine.snapshot;

import java.util.function.IntPredicate;

/**
 * A piece of a compiled pattern.
 *
 * @param characters the code points that it takes
 * @param repeats whether it may take more than one
 * @param skip how many elements, from this one on, may be left out together; 0 for none
 */
record Element(IntPredicate characters, boolean repeats, int skip) {
    static final Element ANY = one(Element::isInLine);
    static final Element REST = many(Element::isInLine);
    static final Element SLASH = one(character -> character == '/');

    private static boolean isInLine(int character) {
        return character != '\n';
    }

    static Element one(IntPredicate characters) {
        return new Element(characters, false, 0);
    }

    static Element many(IntPredicate characters) {
        return new Element(characters, true, 1);
    }

    /** This element, left out or taken together with those behind it, {@code count} in all. */
    Element optionalWith(int count) {
        return new Element(characters, repeats, count);
    }
}
