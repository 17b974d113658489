package io.jenkins.plugins.azml.plugin.step;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as Pipelines keep them: maps and lists that are saved with the program and are the script's to change. */
final class Plain {
    /** Digits that a long has room for, whatever they are. */
    private static final int LONGEST = 18;

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
        if (value instanceof Number number) {
            return number(number);
        }
        return value == null || value instanceof Boolean ? value : value.toString();
    }

    /** Of the class that the library gives without the plugin: Integer, Long where that is too small, Double. */
    private static Number number(Number number) {
        boolean whole = number instanceof BigDecimal decimal
                ? decimal.scale() == 0 && decimal.precision() <= LONGEST
                : number instanceof Long || number instanceof Integer;
        if (!whole) {
            return number.doubleValue();
        }
        long exact = number.longValue();
        return exact == (int) exact ? (Number) (int) exact : exact;
    }
}
