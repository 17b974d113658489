package io.jenkins.plugins.azml.plugin.step;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arguments as Pipelines give them. */
final class Given {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,6})([smhd])");

    private Given() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static String needed(@Nullable String text, String step, String argument) {
        String given = orNull(text);
        if (given == null) {
            throw problem(step + " needs the argument '" + argument + "'");
        }
        return given;
    }

    /** Values by their paths: {@code ['inputs.alpha': 1]} and {@code [inputs: [alpha: 1]]} are the same. */
    static Map<String, String> texts(@Nullable Map<String, ?> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (values != null) {
            put("", values, texts);
        }
        return texts;
    }

    private static void put(String path, Map<?, ?> values, Map<String, String> texts) {
        values.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                put(path + key + ".", inner, texts);
            } else {
                texts.put(path + key, String.valueOf(value));
            }
        });
    }

    /** {@code name:version}, or the map that azmlRegister gives. */
    static String model(@Nullable Object model, String step) {
        if (model instanceof Map<?, ?> map && map.containsKey("name") && map.containsKey("version")) {
            return map.get("name") + ":" + map.get("version");
        }
        return needed(model == null ? null : String.valueOf(model), step, "model");
    }

    static Duration time(String text, String argument) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw problem(argument + ": '" + text + "' is no time: expected for example 90s, 30m, 6h or 7d");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** A time as it is given: the largest unit that it is a whole number of. */
    static String text(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    static ProblemException problem(String what) {
        return Problem.of(ProblemCode.INVALID_ARGUMENT, what).asException();
    }
}
