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
    private static final String CLASS = "$class";
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("StringBinding", "string"),
            Map.entry("FileBinding", "file"),
            Map.entry("UsernamePasswordMultiBinding", "usernamePassword"),
            Map.entry("UsernamePasswordBinding", "usernameColonPassword"),
            Map.entry("SSHUserPrivateKeyBinding", "sshUserPrivateKey"),
            Map.entry("ParametersDefinitionProperty", "parameters"),
            Map.entry("StringParameterDefinition", "string"),
            Map.entry("TextParameterDefinition", "text"),
            Map.entry("BooleanParameterDefinition", "booleanParam"),
            Map.entry("ChoiceParameterDefinition", "choice"),
            Map.entry("PasswordParameterDefinition", "password"));

    public Described {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        interpolated = Set.copyOf(interpolated);
    }

    /**
     * Takes a description, or the older way to write one: a map that names a class.
     *
     * @throws IllegalArgumentException where it is neither
     */
    public static Described of(@Nullable Object given) {
        if (given instanceof Described described) {
            return described;
        }
        if (!(given instanceof Map<?, ?> map) || map.get(CLASS) == null) {
            throw new IllegalArgumentException("expected a description such as string(...) but got " + given);
        }
        String type = String.valueOf(map.get(CLASS));
        String symbol = SYMBOLS.get(type.substring(type.lastIndexOf('.') + 1));
        if (symbol == null) {
            throw new IllegalArgumentException(
                    "the class " + type + " is not simulated; use one of " + SYMBOLS.keySet());
        }
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        map.forEach((name, value) -> arguments.put(String.valueOf(name), value));
        arguments.remove(CLASS);
        return new Described(symbol, arguments, Set.of());
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
