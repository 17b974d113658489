package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.rest.Call;
import io.jenkins.plugins.azml.engine.rest.Url;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** MLflow tracking of a workspace, through MLflow's own REST API (a job's run id is the job's name). */
public final class Tracking {
    private final Workspace workspace;

    Tracking(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What was logged.
     *
     * @param metrics the last value of each; may be NaN or infinite
     */
    public record Run(
            String status, Map<String, Double> metrics, Map<String, String> params, Map<String, String> tags) {}

    public Optional<Run> find(String job) {
        URI url = Url.of(base(), "/api/2.0/mlflow/runs/get?run_id={}", job);
        return workspace.find(
                Call.get("read what job '" + job + "' logged", url).yielding(Tracking::run));
    }

    private String base() {
        URI tracking = URI.create(workspace.facts().trackingUri());
        return "https://" + tracking.getRawAuthority() + "/mlflow/v2.0"
                + workspace.id().path();
    }

    private static Run run(JsonObject json) {
        JsonObject run = json.need("run");
        Map<String, Double> metrics = new LinkedHashMap<>();
        run.objects("data", "metrics")
                .forEach(metric -> metric.string("key")
                        .ifPresent(
                                key -> metrics.put(key, metric.number("value").orElse(Double.NaN))));
        return new Run(run.string("info", "status").orElse(""), metrics, pairs(run, "params"), pairs(run, "tags"));
    }

    private static Map<String, String> pairs(JsonObject run, String kind) {
        Map<String, String> pairs = new LinkedHashMap<>();
        run.objects("data", kind)
                .forEach(pair -> pairs.put(
                        pair.string("key").orElse(""), pair.string("value").orElse("")));
        return pairs;
    }
}
