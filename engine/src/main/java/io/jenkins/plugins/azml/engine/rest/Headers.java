package io.jenkins.plugins.azml.engine.rest;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Header fields by name, in any case; the last of several equal names wins. */
public record Headers(Map<String, String> fields) {
    private static final Headers NONE = new Headers(Map.of());

    public Headers {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(fields);
        fields = anyCase;
    }

    public static Headers none() {
        return NONE;
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
