package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run that was seen through, or handed over.
 *
 * @param result with how it is shown, or empty if Azure has only taken the work over
 */
public record Ended<R>(RunId run, String stage, Optional<Result<R>> result) {

    /** A result and its looks. */
    public record Result<R>(R value, Shown shown) {}

    /** What is printed for people. */
    public List<String> lines() {
        return result.map(end -> end.shown().lines()).orElseGet(() -> List.of(run.value()));
    }

    /** What is printed for machines. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("run", run.value());
        json.put("stage", stage);
        json.put(
                "status",
                result.map(end -> end.shown().exit().name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("waiting"));
        json.put("exitCode", exitStatus());
        json.put("result", result.map(end -> end.shown().json()).orElse(null));
        return json;
    }

    public int exitStatus() {
        return result.map(end -> end.shown().exit().status()).orElse(0);
    }
}
