package io.jenkins.plugins.azml.emulator.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Header fields whose names ignore case. Immutable. */
public final class Headers {
    private static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Headers none() {
        return NONE;
    }

    public static Headers of(Map<String, List<String>> values) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, all) -> copy.put(name, List.copyOf(all)));
        return new Headers(copy);
    }

    /** The same headers with one field's value replaced. */
    public Headers with(String name, String value) {
        Map<String, List<String>> copy = copy();
        copy.put(name, List.of(value));
        return new Headers(copy);
    }

    /** The same headers with one more value of a field. */
    public Headers and(String name, String value) {
        Map<String, List<String>> copy = copy();
        List<String> all = new ArrayList<>(all(name));
        all.add(value);
        copy.put(name, List.copyOf(all));
        return new Headers(copy);
    }

    public Headers without(String name) {
        Map<String, List<String>> copy = copy();
        copy.remove(name);
        return new Headers(copy);
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public void forEach(BiConsumer<String, List<String>> action) {
        Collections.unmodifiableMap(values).forEach(action);
    }

    private Map<String, List<String>> copy() {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        return copy;
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
