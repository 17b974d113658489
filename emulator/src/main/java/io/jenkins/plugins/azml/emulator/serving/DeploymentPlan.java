package io.jenkins.plugins.azml.emulator.serving;

import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.jobs.SoftwareEnvironment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that running one deployment takes; every reference is resolved.
 *
 * @param environment empty for a model that brings its own (MLflow)
 * @param script empty for a model that answers by itself (MLflow)
 * @param requestTimeout after which a scoring request is given up
 */
public record DeploymentPlan(
        DeploymentKey key,
        Optional<Model> model,
        Optional<SoftwareEnvironment> environment,
        Optional<Script> script,
        Map<String, String> variables,
        Duration requestTimeout) {
    public DeploymentPlan {
        variables = Map.copyOf(variables);
    }

    /**
     * @param location the model's folder or file
     * @param type {@code custom_model}, {@code mlflow_model} or {@code triton_model}
     */
    public record Model(String name, String version, BlobLocation location, String type) {}

    /** @param scoringScript the path of the script with {@code init} and {@code run} inside the code's folder */
    public record Script(BlobLocation code, String scoringScript) {}
}
