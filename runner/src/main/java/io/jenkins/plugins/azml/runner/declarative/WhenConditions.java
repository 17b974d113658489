package io.jenkins.plugins.azml.runner.declarative;

import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.files.AntPattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The conditions of {@code when} that ask about the build. */
final class WhenConditions {
    private static final String USER_CAUSE = "UserIdCause";
    private static final Set<String> COMPARATORS = Set.of("GLOB", "EQUALS", "REGEXP");

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
            case "branch" -> branch(text(named, "pattern", only), named);
            case "tag" -> tag(text(named, "pattern", only), named);
            case "buildingTag" -> !variable("TAG_NAME").isEmpty();
            case "changeRequest" -> changeRequest(named);
            case "environment" -> environment(named);
            case "equals" -> Objects.equals(named.get("expected"), named.get("actual"));
            case "triggeredBy" -> triggeredBy(text(named, "cause", only), text(named, "detail", null));
            case "isRestartedRun" -> false;
            default -> throw new IllegalArgumentException("when condition " + name + " is not simulated");
        };
    }

    private static String text(Map<?, ?> named, String key, @Nullable Object only) {
        Object given = named.containsKey(key) ? named.get(key) : only;
        return given == null ? "" : given.toString();
    }

    private String variable(String name) {
        return Objects.requireNonNullElse(variables.apply(name), "");
    }

    private boolean branch(String pattern, Map<?, ?> named) {
        String branch = variable("BRANCH_NAME").isEmpty() ? variable("GIT_LOCAL_BRANCH") : variable("BRANCH_NAME");
        if (branch.isEmpty() || pattern.isEmpty()) {
            return branch.equals(pattern);
        }
        return matches(branch, pattern, named, "GLOB");
    }

    private boolean tag(String pattern, Map<?, ?> named) {
        String tag = variable("TAG_NAME");
        return !tag.isEmpty() && (pattern.isEmpty() || matches(tag, pattern, named, "GLOB"));
    }

    private static boolean matches(String value, String pattern, Map<?, ?> named, String fallback) {
        String given = text(named, "comparator", null).toUpperCase(Locale.ROOT);
        return switch (COMPARATORS.contains(given) ? given : fallback) {
            case "EQUALS" -> value.equals(pattern);
            case "REGEXP" -> value.matches(pattern);
            // Jenkins compares without regard to case here.
            default -> new AntPattern(pattern.toLowerCase(Locale.ROOT)).matches(value.toLowerCase(Locale.ROOT));
        };
    }

    private boolean changeRequest(Map<?, ?> named) {
        if (!build.isChangeRequest()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : named.entrySet()) {
            String key = String.valueOf(entry.getKey());
            if (!key.equals("comparator")
                    && !matches(changeVariable(key), String.valueOf(entry.getValue()), named, "EQUALS")) {
                return false;
            }
        }
        return true;
    }

    private String changeVariable(String key) {
        return variable("CHANGE_" + key.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }

    private boolean environment(Map<?, ?> named) {
        String value = variable(text(named, "name", null));
        String wanted = text(named, "value", null);
        return Boolean.TRUE.equals(named.get("ignoreCase")) ? value.equalsIgnoreCase(wanted) : value.equals(wanted);
    }

    /** The one cause of a build here is its user. */
    private boolean triggeredBy(String cause, String detail) {
        if (cause.equals(USER_CAUSE)) {
            return detail.isEmpty() || detail.equals(build.user());
        }
        return USER_CAUSE.matches("(?i)\\.*" + cause + ".*");
    }
}
