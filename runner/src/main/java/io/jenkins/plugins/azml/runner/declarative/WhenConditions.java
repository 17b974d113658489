package io.jenkins.plugins.azml.runner.declarative;

import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.files.AntPattern;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The conditions of {@code when} that ask about the build. */
final class WhenConditions {
    private final Build build;
    private final Function<String, @Nullable String> variables;

    /** @param variables reads a variable of the environment */
    WhenConditions(Build build, Function<String, @Nullable String> variables) {
        this.build = build;
        this.variables = variables;
    }

    boolean holds(String name, List<?> arguments) {
        Map<?, ?> named = !arguments.isEmpty() && arguments.get(0) instanceof Map<?, ?> map ? map : Map.of();
        Object only = named.isEmpty() && !arguments.isEmpty() ? arguments.get(0) : null;
        return switch (name) {
            case "branch" -> matches(variables.apply("BRANCH_NAME"), text(named, "pattern", only), named);
            case "tag" -> matches(variables.apply("TAG_NAME"), text(named, "pattern", only), named);
            case "buildingTag" -> variables.apply("TAG_NAME") != null;
            case "changeRequest" -> changeRequest(named);
            case "environment" -> environment(named);
            case "equals" -> Objects.equals(named.get("expected"), named.get("actual"));
            case "triggeredBy" -> triggeredBy(text(named, "cause", only));
            case "isRestartedRun" -> false;
            default -> throw new IllegalArgumentException("when condition " + name + " is not simulated");
        };
    }

    private static String text(Map<?, ?> named, String key, @Nullable Object only) {
        return String.valueOf(named.containsKey(key) ? named.get(key) : only);
    }

    private static boolean matches(@Nullable String value, String pattern, Map<?, ?> named) {
        if (value == null) {
            return false;
        }
        return switch (named.containsKey("comparator") ? String.valueOf(named.get("comparator")) : "GLOB") {
            case "EQUALS" -> value.equals(pattern);
            case "REGEXP" -> value.matches(pattern);
            default -> new AntPattern(pattern).matches(value);
        };
    }

    private boolean changeRequest(Map<?, ?> named) {
        if (!build.isChangeRequest()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : named.entrySet()) {
            String key = String.valueOf(entry.getKey());
            if (!key.equals("comparator")
                    && !matches(variables.apply(variable(key)), String.valueOf(entry.getValue()), named)) {
                return false;
            }
        }
        return true;
    }

    private static String variable(String key) {
        return "CHANGE_" + key.replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
    }

    private boolean environment(Map<?, ?> named) {
        String value = Objects.requireNonNullElse(variables.apply(String.valueOf(named.get("name"))), "");
        String wanted = String.valueOf(named.get("value"));
        return Boolean.TRUE.equals(named.get("ignoreCase")) ? value.equalsIgnoreCase(wanted) : value.equals(wanted);
    }

    private boolean triggeredBy(String cause) {
        return cause.equals("UserIdCause")
                || cause.equals("hudson.model.Cause$UserIdCause")
                || cause.equals(build.user());
    }
}
