package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import io.jenkins.plugins.azml.engine.deploy.DeployLimits;
import io.jenkins.plugins.azml.engine.deploy.DeploymentPlan;
import io.jenkins.plugins.azml.engine.spec.ManagedOnlineDeployment;
import io.jenkins.plugins.azml.engine.spec.Overrides;
import io.jenkins.plugins.azml.engine.spec.Specs;
import io.jenkins.plugins.azml.engine.spec.Writes;
import io.jenkins.plugins.azml.engine.spec.schema.AssetReference;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which model is delivered by which file.
 *
 * @param model {@code name:version}
 * @param endpoint instead of the file's, or null
 * @param commit of the sources, or empty
 */
public record Delivery(String file, String model, @Nullable String endpoint, Map<String, String> set, String commit) {

    ManagedOnlineDeployment spec(Scene scene) {
        Map<String, String> values = new LinkedHashMap<>(set);
        values.put("model", "azureml:" + AssetVersion.of(model));
        if (endpoint != null) {
            values.put("endpoint_name", endpoint);
        }
        return Specs.read(
                Path.of(file),
                scene.text(file),
                new Overrides(values),
                Kind.MANAGED_ONLINE_DEPLOYMENT,
                ManagedOnlineDeployment.class);
    }

    /** An asset of the workspace by its version; a label or an id of another place is none. */
    static Optional<AssetVersion> version(AssetReference reference) {
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
                null,
                DeployLimits.usual());
    }
}
