package io.jenkins.plugins.azml.emulator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with named segments. Its fixed segments ignore case, as Azure Resource Manager does. */
final class PathTemplate {
    private static final String REST = "...}";

    private final List<String> segments;
    private final boolean open;

    PathTemplate(String template) {
        this.segments = List.of(template.substring(1).split("/"));
        this.open = template.endsWith(REST);
    }

    /** The values of the named segments; empty when the path does not match. */
    Optional<Map<String, String>> match(List<String> path) {
        if (open ? path.size() < segments.size() : path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (!matches(segments.get(i), path, i, values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean matches(String segment, List<String> path, int index, Map<String, String> values) {
        if (segment.endsWith(REST)) {
            values.put(segment.substring(1, segment.length() - REST.length()), rest(path, index));
            return true;
        }
        if (segment.startsWith("{")) {
            values.put(segment.substring(1, segment.length() - 1), path.get(index));
            return true;
        }
        return segment.equalsIgnoreCase(path.get(index));
    }

    private static String rest(List<String> path, int from) {
        return String.join("/", path.subList(from, path.size()));
    }
}
