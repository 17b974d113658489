package io.jenkins.plugins.azml.engine.evaluate;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.azure.Assets;
import io.jenkins.plugins.azml.engine.azure.Endpoints;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.gate.Evaluation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The model in production: what the deployment with most traffic on an endpoint serves. Its figures are the tags that
 * registration put on the model version.
 */
public record Champion(Workspace workspace, String endpoint) {

    /** The champion's figures for these metrics, or empty if nothing is in production. */
    Optional<Evaluation> find(Collection<String> metrics, String testInput) {
        return workspace
                .endpoints()
                .find(endpoint)
                .flatMap(Endpoints.Endpoint::live)
                .flatMap(live -> workspace.endpoints().findDeployment(endpoint, live))
                .map(deployment -> AssetVersion.of(deployment.tags().getOrDefault(Tags.MODEL, deployment.model())))
                .map(model -> evaluation(model, metrics, testInput));
    }

    private Evaluation evaluation(AssetVersion model, Collection<String> metrics, String testInput) {
        Map<String, String> tags = workspace
                .models()
                .find(model.name(), model.version())
                .map(Assets.Version::tags)
                .orElse(Map.of());
        Map<String, Double> figures = new LinkedHashMap<>();
        metrics.forEach(metric -> Optional.ofNullable(tags.get(Tags.METRIC + metric))
                .ifPresent(figure -> figures.put(metric, number(figure))));
        return new Evaluation(model.toString(), tags.get(Tags.DIGEST), tags.get(Tags.DATA + testInput), figures);
    }

    /** A tag that is no number counts as a metric that is none, and never passes. */
    private static double number(String figure) {
        try {
            return Double.parseDouble(figure);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
