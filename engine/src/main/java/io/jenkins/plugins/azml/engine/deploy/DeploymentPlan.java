package io.jenkins.plugins.azml.engine.deploy;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be deployed.
 *
 * @param run whose deployment it is
 * @param endpoint must exist, or be described by {@code endpointBody}
 * @param commit of the sources, or empty
 * @param body the deployment as its file describes it, in the form of the REST API; the model, the place and our tags
 *     are put in
 * @param endpointBody the endpoint to create where there is none, or null
 */
public record DeploymentPlan(
        RunId run,
        String endpoint,
        AssetVersion model,
        String commit,
        Map<String, ?> body,
        @Nullable Map<String, ?> endpointBody,
        DeployLimits limits) {

    /** The deployment's name. */
    public String deployment() {
        return DeploymentName.of(run, model);
    }

    Optional<Map<String, ?>> newEndpoint() {
        return Optional.ofNullable(endpointBody);
    }

    /** The body for the deployment in that workspace. */
    Map<String, Object> bodyIn(Workspace workspace) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (body.get("properties") instanceof Map<?, ?> described) {
            described.forEach((name, value) -> properties.put((String) name, value));
        }
        properties.put("model", workspace.armId("/models/" + model.name() + "/versions/" + model.version()));
        Map<String, Object> whole = new LinkedHashMap<>(body);
        whole.put("properties", properties);
        whole.put("location", workspace.facts().location());
        whole.put("tags", tags());
        return whole;
    }

    /** The body for the endpoint in that workspace. */
    Map<String, Object> endpointBodyIn(Workspace workspace, Map<String, ?> described) {
        Map<String, Object> whole = new LinkedHashMap<>(described);
        whole.put("location", workspace.facts().location());
        return whole;
    }

    private Map<String, Object> tags() {
        Map<String, Object> tags = new LinkedHashMap<>();
        if (body.get("tags") instanceof Map<?, ?> described) {
            described.forEach((name, value) -> tags.put((String) name, value));
        }
        tags.put(Tags.RUN, run.value());
        tags.put(Tags.MODEL, model.toString());
        if (!commit.isEmpty()) {
            tags.put(Tags.COMMIT, commit);
        }
        return tags;
    }
}
