package io.jenkins.plugins.azml.engine.spec.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The checked values of a mapping by their keys in the file; a key that is not there has none. */
public record Fields(Map<String, Object> values) {
    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public <T> Optional<T> get(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).filter(type::isInstance).map(type::cast);
    }

    public Optional<String> text(String name) {
        return get(name, String.class);
    }

    public String needText(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException("checked without '" + name + "'"));
    }

    public OptionalLong integer(String name) {
        return get(name, Number.class)
                .map(number -> OptionalLong.of(number.longValue()))
                .orElse(OptionalLong.empty());
    }

    public Optional<Fields> fields(String name) {
        return get(name, Fields.class);
    }

    /** The dictionary at the key, or an empty one. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> dictionary(String name) {
        return (Map<String, Object>) get(name, Map.class).orElse(Map.of());
    }

    public List<?> list(String name) {
        return get(name, List.class).orElse(List.of());
    }
}
