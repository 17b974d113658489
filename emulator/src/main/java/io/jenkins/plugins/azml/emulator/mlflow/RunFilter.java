package io.jenkins.plugins.azml.emulator.mlflow;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of MLflow's filter language that the emulator's twin knows: equal tags and an equal status, joined by {@code and}. */
record RunFilter(Map<String, String> tags, Map<String, String> attributes) {
    private static final Pattern TERM =
            Pattern.compile("(tags?|attributes?)\\.[`\"]?([A-Za-z0-9_.:/ -]+?)[`\"]?\\s*=\\s*['\"]([^'\"]*)['\"]");

    RunFilter {
        tags = Map.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }

    static RunFilter parse(String text) {
        Map<String, String> tags = new HashMap<>();
        Map<String, String> attributes = new HashMap<>();
        if (!text.isBlank()) {
            for (String term : text.split("(?i)\\s+and\\s+", -1)) {
                Matcher matcher = TERM.matcher(term.strip());
                if (!matcher.matches()) {
                    throw MlflowError.invalid("the tracking store in memory does not know the filter '" + term + "'");
                }
                (matcher.group(1).startsWith("tag") ? tags : attributes).put(matcher.group(2), matcher.group(3));
            }
        }
        return new RunFilter(tags, attributes);
    }

    boolean matches(MemoryRun run) {
        return tags.entrySet().stream()
                        .allMatch(tag -> tag.getValue().equals(run.tags().get(tag.getKey())))
                && attributes.entrySet().stream()
                        .allMatch(attribute -> equal(run, attribute.getKey(), attribute.getValue()));
    }

    private static boolean equal(MemoryRun run, String attribute, String value) {
        return switch (attribute) {
            case "status" -> run.status().equalsIgnoreCase(value);
            case "run_id" -> run.id().equals(value);
            default -> throw MlflowError.invalid("the tracking store in memory does not filter by '" + attribute + "'");
        };
    }
}
