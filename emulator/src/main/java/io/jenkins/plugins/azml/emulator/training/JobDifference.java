package io.jenkins.plugins.azml.emulator.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;

/** What a second submission of a name would change although it may not. */
final class JobDifference {
    /** What the service fills in, so that a body that was read and is sent back differs from the one that was sent. */
    private static final List<String> FILLED_IN = List.of("status", "services");

    private JobDifference() {}

    /** The names of fixed properties that are given and differ, in alphabetical order. */
    static List<String> between(ObjectNode before, ObjectNode now) {
        TreeSet<String> changed = new TreeSet<>();
        now.properties().forEach(field -> {
            if (isFixed(field.getKey()) && !covers(before.path(field.getKey()), field.getValue())) {
                changed.add(field.getKey());
            }
        });
        return List.copyOf(changed);
    }

    private static boolean isFixed(String field) {
        return !Jobs.EDITABLE.contains(field) && !FILLED_IN.contains(field);
    }

    /** Whether everything that is given stands there already: an object may be given in part. */
    private static boolean covers(JsonNode before, JsonNode now) {
        if (!now.isObject()) {
            return before.equals(now);
        }
        return now.properties().stream().allMatch(field -> covers(before.path(field.getKey()), field.getValue()));
    }
}
