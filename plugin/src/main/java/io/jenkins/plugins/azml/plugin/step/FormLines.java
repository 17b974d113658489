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

    private static void put(String[] parts, Map<String, String> entries) {
        if (parts.length == 2 && !parts[0].isBlank()) {
            entries.put(parts[0].strip(), parts[1].strip());
        }
    }
}
