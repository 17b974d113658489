package io.jenkins.plugins.azml.runner.cps;

import groovy.lang.Closure;
import groovy.lang.GString;
import io.jenkins.plugins.azml.runner.step.Described;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was written after a name, sorted: named arguments, a body, and the texts that were interpolated.
 *
 * @param interpolated the results of Groovy's string interpolation among the arguments
 */
record CallArguments(
        Map<String, @Nullable Object> named, @Nullable Closure<?> body, Set<String> interpolated) {

    /**
     * Sorts the arguments of a call.
     *
     * @param sole the parameter that may be given without its name, or null
     * @param single whether it is the only parameter, so that a map is its value
     * @throws IllegalArgumentException where names are needed and missing
     */
    static CallArguments parse(@Nullable Object given, boolean takesBody, @Nullable String sole, boolean single) {
        List<@Nullable Object> arguments = new ArrayList<>(
                given instanceof Object[] many ? Arrays.asList(many) : Arrays.asList(new @Nullable Object[] {given}));
        Closure<?> body = null;
        if (takesBody && !arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof Closure<?> closure) {
            body = closure;
            arguments.remove(arguments.size() - 1);
        }
        return of(named(arguments, sole, single), body);
    }

    private static Map<?, ? extends @Nullable Object> named(
            List<@Nullable Object> arguments, @Nullable String sole, boolean single) {
        if (arguments.isEmpty()) {
            return Map.of();
        }
        if (arguments.size() > 1) {
            throw new IllegalArgumentException("Expected named arguments but got " + arguments);
        }
        Object only = arguments.get(0);
        if (only instanceof Map<?, ?> map && !map.containsKey("$class")) {
            boolean namesSole = sole != null && map.size() == 1 && map.containsKey(sole);
            if (!single || namesSole) {
                return map;
            }
        }
        if (sole == null) {
            throw new IllegalArgumentException("Expected named arguments but got " + only);
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        named.put(sole, only);
        return named;
    }

    private static CallArguments of(Map<?, ? extends @Nullable Object> given, @Nullable Closure<?> body) {
        Set<String> interpolated = new HashSet<>();
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        given.forEach((name, value) -> named.put(String.valueOf(name), flatten(value, interpolated)));
        return new CallArguments(named, body, interpolated);
    }

    private static @Nullable Object flatten(@Nullable Object value, Set<String> interpolated) {
        if (value instanceof GString) {
            String text = value.toString();
            interpolated.add(text);
            return text;
        }
        if (value instanceof Described described) {
            interpolated.addAll(described.interpolated());
            return value;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> flat = new ArrayList<>();
            list.forEach(element -> flat.add(flatten(element, interpolated)));
            return flat.equals(list) ? value : flat;
        }
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> flat = new LinkedHashMap<>();
            map.forEach((key, element) -> flat.put(flatten(key, interpolated), flatten(element, interpolated)));
            return flat.equals(map) ? value : flat;
        }
        return value;
    }
}
