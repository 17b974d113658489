package io.jenkins.plugins.azml.runner.script;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code *list} stands for in arguments and list literals, until the call that takes it apart. */
public final class Spread implements Serializable {
    /** Stands for the key of {@code *: map} in a map literal. */
    public static final String MAP = "*:";

    private static final long serialVersionUID = 1L;

    private final ArrayList<@Nullable Object> elements;

    public Spread(@Nullable Object elements) {
        this.elements = elements == null
                ? new ArrayList<>(Arrays.asList(new @Nullable Object[] {null}))
                : new ArrayList<>(elements(elements));
    }

    private static Collection<? extends @Nullable Object> elements(Object elements) {
        if (elements instanceof Collection<?> collection) {
            return collection;
        }
        if (elements instanceof Object[] array) {
            return Arrays.asList(array);
        }
        throw new IllegalArgumentException(
                "cannot spread the type " + elements.getClass().getName() + " with value " + elements);
    }

    /** Puts what the arguments spread in its place. */
    public static @Nullable Object[] flatten(@Nullable Object[] arguments) {
        if (Arrays.stream(arguments).noneMatch(Spread.class::isInstance)) {
            return arguments;
        }
        List<@Nullable Object> flat = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Spread spread) {
                flat.addAll(spread.elements);
            } else {
                flat.add(argument);
            }
        }
        return flat.toArray();
    }

    public static List<@Nullable Object> list(@Nullable Object... elements) {
        return new ArrayList<>(Arrays.asList(elements));
    }

    /** Makes a map of keys and values in turn. */
    public static Map<@Nullable Object, @Nullable Object> map(@Nullable Object... parts) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            if (MAP.equals(parts[i])) {
                map.putAll((Map<?, ?>) Objects.requireNonNull(parts[i + 1], "cannot spread null into a map"));
            } else {
                map.put(parts[i], parts[i + 1]);
            }
        }
        return map;
    }
}
