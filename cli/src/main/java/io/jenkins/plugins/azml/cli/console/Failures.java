package io.jenkins.plugins.azml.cli.console;

import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.cli.Remedies;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Failures as objects for machines. */
final class Failures {
    private Failures() {}

    static Map<String, @Nullable Object> json(ExitCode exit, Map<String, ?> about, List<Problem> problems) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(about);
        json.put("status", exit.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.put("exitCode", exit.status());
        json.put("problems", problems.stream().map(Failures::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Problem problem) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(RecordJson.write(problem));
        json.put("fix", Remedies.of(problem.code()));
        return json;
    }
}
