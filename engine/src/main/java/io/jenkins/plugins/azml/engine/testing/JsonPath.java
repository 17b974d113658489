package io.jenkins.plugins.azml.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path to one value: {@code $}, then {@code .name}, {@code ['any name']} or {@code [index]}. No wildcards.
 *
 * @param text as it was written
 * @param steps each a {@code String} or an {@code Integer}
 */
public record JsonPath(String text, List<Object> steps) {
    private static final int LONGEST = 500;
    private static final Pattern STEP =
            Pattern.compile("\\G(?:\\.([A-Za-z_][A-Za-z0-9_-]*+)|\\['([^']++)'\\]|\\[(\\d{1,9})\\])");

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /** What a path leads to: null is a value too. */
    public record Found(@Nullable Object value) {}

    /** Reads a path, absent if it is none. */
    public static Optional<JsonPath> parse(String text) {
        if (!text.startsWith("$") || text.length() > LONGEST) {
            return Optional.empty();
        }
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text).region(1, text.length());
        int end = 1;
        while (matcher.find()) {
            steps.add(step(matcher));
            end = matcher.end();
        }
        return end == text.length() ? Optional.of(new JsonPath(text, steps)) : Optional.empty();
    }

    private static Object step(Matcher matcher) {
        if (matcher.group(3) != null) {
            return Integer.valueOf(matcher.group(3));
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    /** The value that the path leads to in plain JSON, absent if it leads nowhere. */
    public Optional<Found> find(@Nullable Object document) {
        Optional<Found> found = Optional.of(new Found(document));
        for (Object step : steps) {
            found = found.flatMap(at -> follow(step, at.value()));
        }
        return found;
    }

    private static Optional<Found> follow(Object step, @Nullable Object value) {
        if (step instanceof Integer index) {
            return value instanceof List<?> list && index < list.size()
                    ? Optional.of(new Found(list.get(index)))
                    : Optional.empty();
        }
        return value instanceof Map<?, ?> map && map.containsKey(step)
                ? Optional.of(new Found(map.get(step)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
