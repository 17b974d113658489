package io.jenkins.plugins.azml.engine.spec.schema;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction, filled by paths such as {@code properties/computeId}. */
final class Body {
    private final Map<String, @Nullable Object> root = new LinkedHashMap<>();

    void set(String path, @Nullable Object value) {
        if (value instanceof Spread spread) {
            String parent = path.substring(0, path.lastIndexOf('/') + 1);
            spread.members().forEach((name, member) -> set(parent + name, member));
        } else if (value != null) {
            Iterator<String> parts = List.of(path.split("/")).iterator();
            put(root, parts, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, @Nullable Object> object, Iterator<String> path, Object value) {
        String name = path.next();
        if (path.hasNext()) {
            put((Map<String, @Nullable Object>) child(object, name), path, value);
        } else {
            object.put(name, value instanceof Map<?, ?> members ? new LinkedHashMap<>(members) : value);
        }
    }

    private static Object child(Map<String, @Nullable Object> object, String name) {
        Object child = object.get(name);
        if (child == null) {
            child = new LinkedHashMap<String, @Nullable Object>();
            object.put(name, child);
        }
        return child;
    }

    Map<String, @Nullable Object> json() {
        return root;
    }
}
