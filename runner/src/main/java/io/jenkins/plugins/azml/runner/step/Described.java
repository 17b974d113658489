package io.jenkins.plugins.azml.runner.step;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something described by its symbol, such as {@code string(name: 'X')}, as an argument of a step.
 *
 * @param arguments by name; a lone one without a name stands under {@link #UNNAMED}
 * @param interpolated the values that came from interpolated Groovy strings
 */
public record Described(String symbol, Map<String, @Nullable Object> arguments, Set<String> interpolated)
        implements Serializable {
    public static final String UNNAMED = "<anonymous>";

    public Described {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        interpolated = Set.copyOf(interpolated);
    }

    public @Nullable Object get(String name) {
        return arguments.get(name);
    }

    /** Gives an argument, or the lone unnamed one. */
    public @Nullable Object sole(String name) {
        return arguments.containsKey(UNNAMED) ? arguments.get(UNNAMED) : arguments.get(name);
    }

    /** Gives an argument as text; what is absent is empty. */
    public String text(String name) {
        Object value = get(name);
        return value == null ? "" : value.toString();
    }

    @Override
    public String toString() {
        return "@" + symbol + "(" + arguments + ")";
    }
}
