package io.jenkins.plugins.azml.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that a body may have, as dotted paths: {@code *} stands for any one field, {@code **} at the end for
 * anything below. Elements of a list are looked at like the list's own value.
 */
public final class BodyShape {
    private static final String ANY = "*";
    private static final String ALL = "**";

    private final Map<String, BodyShape> fields = new HashMap<>();

    private BodyShape() {}

    public static BodyShape of(String... paths) {
        BodyShape shape = new BodyShape();
        for (String path : paths) {
            shape.allow(path);
        }
        return shape;
    }

    /** The paths of all fields that are not in the shape, in the order in which they occur. */
    public List<String> unknown(ObjectNode body) {
        List<String> unknown = new ArrayList<>();
        collect(body, "", unknown);
        return unknown;
    }

    private void allow(String path) {
        BodyShape shape = this;
        for (String field : path.split("\\.")) {
            shape = shape.fields.computeIfAbsent(field, name -> new BodyShape());
        }
    }

    private void collect(JsonNode node, String at, List<String> unknown) {
        if (fields.containsKey(ALL)) {
            return;
        }
        node.forEach(element -> collectElement(node, element, at, unknown));
        node.properties().forEach(field -> collectField(field.getKey(), field.getValue(), at, unknown));
    }

    private void collectElement(JsonNode list, JsonNode element, String at, List<String> unknown) {
        if (list.isArray()) {
            collect(element, at + "[]", unknown);
        }
    }

    private void collectField(String name, JsonNode value, String at, List<String> unknown) {
        String path = at.isEmpty() ? name : at + "." + name;
        BodyShape shape = fields.containsKey(name) ? fields.get(name) : fields.get(ANY);
        if (shape == null) {
            unknown.add(path);
        } else if (!shape.fields.isEmpty()) {
            shape.collect(value, path, unknown);
        } else if (value.isObject() && !value.isEmpty()) {
            unknown.add(path + "." + value.fieldNames().next());
        }
    }
}
