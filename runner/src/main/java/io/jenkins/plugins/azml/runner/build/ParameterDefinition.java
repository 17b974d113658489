package io.jenkins.plugins.azml.runner.build;

import hudson.util.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that a job asks for.
 *
 * @param kind the symbol by which a Jenkinsfile describes it, such as {@code string}
 * @param defaultText the default as text, empty where there is none
 * @param choices the texts that are allowed, empty where any is
 */
public record ParameterDefinition(String name, String kind, String defaultText, List<String> choices) {

    public ParameterDefinition {
        choices = List.copyOf(choices);
    }

    public @Nullable Object defaultValue() {
        return kind.equals("choice") ? choices.isEmpty() ? null : choices.get(0) : value(defaultText);
    }

    /**
     * Makes a value of a text.
     *
     * @throws IllegalArgumentException where a choice does not allow it
     */
    public Object value(String text) {
        return switch (kind) {
            case "booleanParam" -> Boolean.valueOf(text);
            case "password" -> new Secret(text);
            case "choice" -> {
                if (!choices.contains(text)) {
                    throw new IllegalArgumentException(
                            "the parameter " + name + " cannot be '" + text + "': choose one of " + choices);
                }
                yield text;
            }
            default -> text;
        };
    }
}
