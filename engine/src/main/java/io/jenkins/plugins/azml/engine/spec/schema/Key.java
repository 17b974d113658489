package io.jenkins.plugins.azml.engine.spec.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param use whether it must be there, may be, or is ignored
 * @param wire the path of its member in the body, parts separated by {@code /}; null if it is not sent
 * @param otherwise what is sent when the key is not there, or null
 */
public record Key(
        String name,
        Type type,
        Use use,
        @Nullable String wire,
        @Nullable Object otherwise) {

    enum Use {
        REQUIRED,
        OPTIONAL,
        /** Set by the service; accepted in a file and not read. */
        READ_ONLY
    }

    static Key key(String name, Type type) {
        return new Key(name, type, Use.OPTIONAL, camelCase(name), null);
    }

    static Key readOnly(String name) {
        return new Key(name, Anything.ANYTHING, Use.READ_ONLY, null, null);
    }

    Key required() {
        return new Key(name, type, Use.REQUIRED, wire, otherwise);
    }

    Key at(String path) {
        return new Key(name, type, use, path, otherwise);
    }

    Key unsent() {
        return new Key(name, type, use, null, otherwise);
    }

    Key otherwise(Object value) {
        return new Key(name, type, use, wire, value);
    }

    /** The same row with its member inside another one. */
    Key inside(String parent) {
        return wire == null ? this : at(parent + "/" + wire);
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(
                    camel.length() == 0 || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
