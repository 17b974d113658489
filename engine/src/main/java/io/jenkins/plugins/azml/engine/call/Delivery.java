package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.deploy.DeployLimits;
import io.jenkins.plugins.azml.engine.deploy.DeploymentPlan;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.Where;
import io.jenkins.plugins.azml.engine.spec.ManagedOnlineDeployment;
import io.jenkins.plugins.azml.engine.spec.OnlineEndpoint;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.Writes;
import io.jenkins.plugins.azml.engine.spec.schema.AssetReference;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.wire.References;
import io.jenkins.plugins.azml.engine.spec.wire.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which model is delivered by which file.
 *
 * @param model {@code name:version}
 * @param endpoint instead of the file's, or null
 * @param endpointFile what to make the endpoint by where there is none, or null
 * @param commit of the sources, or empty
 */
public record Delivery(
        String file,
        String model,
        @Nullable String endpoint,
        @Nullable String endpointFile,
        Map<String, String> set,
        String commit) {

    private ManagedOnlineDeployment spec(Scene scene) {
        Map<String, String> values = new LinkedHashMap<>(set);
        values.put("model", "azureml:" + AssetVersion.of(model));
        if (endpoint != null) {
            values.put("endpoint_name", endpoint);
        }
        return Specs.read(
                scene.written(file),
                new Overrides(values),
                Kind.MANAGED_ONLINE_DEPLOYMENT,
                ManagedOnlineDeployment.class);
    }

    /** The environment that the deployment's file names by version, if it does. */
    Optional<AssetVersion> environment(Scene scene) {
        return spec(scene).environment().flatMap(Delivery::version);
    }

    /** An asset of the workspace by its version; a label or an id of another place is none. */
    public static Optional<AssetVersion> version(AssetReference reference) {
        return reference.name() == null || reference.version() == null
                ? Optional.empty()
                : Optional.of(new AssetVersion(reference.name(), reference.version()));
    }

    DeploymentPlan plan(Scene scene) {
        ManagedOnlineDeployment spec = spec(scene);
        return new DeploymentPlan(
                scene.run(),
                spec.endpoint(),
                AssetVersion.of(model),
                commit,
                references -> Writes.of(spec, references),
                newEndpoint(spec.endpoint(), scene),
                DeployLimits.usual());
    }

    private @Nullable Function<References, List<Write>> newEndpoint(String name, Scene scene) {
        if (endpointFile == null) {
            return null;
        }
        OnlineEndpoint described = Specs.read(
                scene.written(endpointFile),
                endpoint == null ? Overrides.none() : new Overrides(Map.of("name", endpoint)),
                Kind.ONLINE_ENDPOINT,
                OnlineEndpoint.class);
        String other = described.name().orElse("");
        if (!other.equals(name)) {
            throw Problem.at(
                            Where.of(endpointFile),
                            ProblemCode.INVALID_FILE,
                            "it describes endpoint '" + other + "', but " + file + " goes to '" + name
                                    + "': one of them by --endpoint, or the same name in both")
                    .asException();
        }
        return references -> Writes.of(described, references);
    }
}
