package io.jenkins.plugins.azml.runner.step;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, checked against the step's signature. */
public final class StepArguments implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, @Nullable Object> values;

    public StepArguments(Map<String, ? extends @Nullable Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public @Nullable Object get(String name) {
        return values.get(name);
    }

    public @Nullable String text(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    /** Gives a text, or the fallback where it is absent or null. */
    public String text(String name, String fallback) {
        String value = text(name);
        return value == null ? fallback : value;
    }

    public boolean flag(String name, boolean fallback) {
        Object value = values.get(name);
        return value == null ? fallback : (Boolean) value;
    }

    public long number(String name, long fallback) {
        Object value = values.get(name);
        return value == null ? fallback : ((Number) value).longValue();
    }

    public List<?> list(String name) {
        Object value = values.get(name);
        return value == null ? List.of() : (List<?>) value;
    }

    public Map<String, @Nullable Object> all() {
        return values;
    }
}
