package io.jenkins.plugins.azml.engine.deploy;

import io.jenkins.plugins.azml.engine.assets.Naming;
import io.jenkins.plugins.azml.engine.assets.Supplied;
import io.jenkins.plugins.azml.engine.assets.Supply;
import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.spec.wire.References;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is to be deployed.
 *
 * @param run whose deployment it is
 * @param endpoint must exist, or be described by {@code endpointSpec}
 * @param commit of the sources, or empty
 * @param spec gives the writes of the deployment's file, the deployment last; its name, model and tags are replaced by
 *     ours
 * @param endpointSpec gives the write of the endpoint to create where there is none, or null
 */
public record DeploymentPlan(
        RunId run,
        String endpoint,
        AssetVersion model,
        String commit,
        Function<References, List<Write>> spec,
        @Nullable Function<References, List<Write>> endpointSpec,
        DeployLimits limits) {

    /** The deployment's name. */
    public String deployment() {
        return DeploymentName.of(run, model);
    }

    public DeploymentPlan ofCommit(String other) {
        return new DeploymentPlan(run, endpoint, model, other, spec, endpointSpec, limits);
    }

    Supply supply(Workspace workspace) {
        return new Supply(workspace, spec, new Naming(deployment(), "1", ""));
    }

    Optional<Map<String, @Nullable Object>> newEndpointIn(Workspace workspace) {
        return Optional.ofNullable(endpointSpec)
                .map(described -> new Supply(workspace, described, new Naming(endpoint, "1", ""))
                        .last(Supplied.nothing())
                        .body());
    }

    /** The body for the deployment in that workspace, once all that its file refers to is there. */
    Map<String, @Nullable Object> bodyIn(Workspace workspace, Supplied so) {
        Map<String, @Nullable Object> body =
                new LinkedHashMap<>(supply(workspace).last(so).body());
        JsonObject described = new JsonObject(body);
        Map<String, @Nullable Object> properties =
                new LinkedHashMap<>(described.in("properties").members());
        properties.put("model", workspace.armId("/models/" + model.name() + "/versions/" + model.version()));
        body.put("properties", properties);
        body.put("tags", tags(described));
        return body;
    }

    private Map<String, String> tags(JsonObject described) {
        Map<String, String> tags = new LinkedHashMap<>(described.texts("tags"));
        tags.put(Tags.RUN, run.value());
        tags.put(Tags.MODEL, model.toString());
        if (!commit.isEmpty()) {
            tags.put(Tags.COMMIT, commit);
        }
        return tags;
    }
}
