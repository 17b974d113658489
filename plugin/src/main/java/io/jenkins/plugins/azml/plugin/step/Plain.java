package io.jenkins.plugins.azml.plugin.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as Pipelines keep them: maps and lists that are saved with the program and are the script's to change. */
final class Plain {
    private Plain() {}

    static Map<String, @Nullable Object> map(Map<?, ?> values) {
        LinkedHashMap<String, @Nullable Object> map = new LinkedHashMap<>();
        values.forEach((key, value) -> map.put(String.valueOf(key), of(value)));
        return map;
    }

    private static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> items) {
            ArrayList<@Nullable Object> list = new ArrayList<>();
            items.forEach(item -> list.add(of(item)));
            return list;
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
