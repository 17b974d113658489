package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.cli.ExitCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stage's result as a command shows it.
 *
 * @param exit DONE, or GATE where a gate stopped it
 * @param json the result for machines
 * @param lines the result for people
 */
public record Shown(ExitCode exit, Map<String, ? extends @Nullable Object> json, List<String> lines) {
    public static Shown done(Map<String, ? extends @Nullable Object> json, List<String> lines) {
        return new Shown(ExitCode.DONE, json, lines);
    }
}
