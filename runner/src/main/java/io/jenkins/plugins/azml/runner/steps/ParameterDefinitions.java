package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.build.ParameterDefinition;
import io.jenkins.plugins.azml.runner.step.Described;
import java.util.List;
import java.util.Set;

/** Reads parameters of a job or an input from their descriptions. */
public final class ParameterDefinitions {
    private static final Set<String> KINDS = Set.of("string", "text", "booleanParam", "choice", "password");

    private ParameterDefinitions() {}

    /**
     * Reads one parameter.
     *
     * @throws IllegalArgumentException where its kind is not simulated
     */
    public static ParameterDefinition of(Described described) {
        if (!KINDS.contains(described.symbol())) {
            throw new IllegalArgumentException(
                    "a parameter of the kind " + described.symbol() + " is not simulated; use one of " + KINDS);
        }
        String fallback = described.symbol().equals("booleanParam") ? "false" : "";
        Object given = described.get("defaultValue");
        if (described.symbol().equals("password")) {
            given = described.get("defaultValueAsSecret");
        }
        return new ParameterDefinition(
                described.text("name"),
                described.symbol(),
                given == null ? fallback : given.toString(),
                choices(described.get("choices")));
    }

    private static List<String> choices(@org.jspecify.annotations.Nullable Object choices) {
        if (choices instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return choices == null ? List.of() : choices.toString().lines().toList();
    }
}
