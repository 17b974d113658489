package io.jenkins.plugins.azml.plugin.step;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map as a form has it: {@code name=value} on a line each. */
final class FormLines {
    private FormLines() {}

    /** The entries of all lines that have a name. */
    static Map<String, String> read(@Nullable String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (text != null) {
            text.lines().map(line -> line.split("=", 2)).forEach(parts -> put(parts, entries));
        }
        return entries;
    }

    /**
     * The same with a map for each key of a path: {@code inputs.alpha=1} becomes {@code [inputs: [alpha: 1]]}. A snippet would
     * have a key with a dot without the quotes that it needs.
     */
    static Map<String, Object> tree(@Nullable String text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        read(text).forEach((path, value) -> plant(path, value, tree));
        return tree;
    }

    @SuppressWarnings("unchecked") // What is a map here was made here.
    private static void plant(String path, String value, Map<String, Object> tree) {
        int dot = path.indexOf('.');
        Object inner = dot < 0
                ? value
                : tree.computeIfAbsent(path.substring(0, dot), key -> new LinkedHashMap<String, Object>());
        if (inner instanceof Map<?, ?>) {
            plant(path.substring(dot + 1), value, (Map<String, Object>) inner);
        } else {
            tree.put(path, value);
        }
    }

    private static void put(String[] parts, Map<String, String> entries) {
        if (parts.length == 2 && !parts[0].isBlank()) {
            entries.put(parts[0].strip(), parts[1].strip());
        }
    }
}
