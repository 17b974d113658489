package io.jenkins.plugins.azml.emulator.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.asset.BlobUris;
import io.jenkins.plugins.azml.emulator.asset.SoftwareEnvironments;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.ResourceId;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.jobs.SoftwareEnvironment;
import io.jenkins.plugins.azml.emulator.serving.DeploymentKey;
import io.jenkins.plugins.azml.emulator.serving.DeploymentPlan;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Resolves everything that a deployment names. */
final class DeploymentPlans {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

    private final Cloud cloud;
    private final BlobUris uris;
    private final SoftwareEnvironments environments;

    DeploymentPlans(Cloud cloud) {
        this.cloud = cloud;
        this.uris = new BlobUris(cloud);
        this.environments = new SoftwareEnvironments(cloud);
    }

    /**
     * The plan of a deployment.
     *
     * @throws ArmError 400 when something that it names does not exist or is missing
     */
    DeploymentPlan plan(Resource deployment) {
        ObjectNode properties = deployment.properties();
        Optional<DeploymentPlan.Model> model = text(properties, "model").map(this::model);
        Optional<DeploymentPlan.Script> script = script(properties);
        Optional<SoftwareEnvironment> environment =
                text(properties, "environmentId").map(environments::find);
        boolean answersByItself =
                model.filter(each -> each.type().equals("mlflow_model")).isPresent();
        if (!answersByItself && (script.isEmpty() || environment.isEmpty())) {
            throw ArmError.badRequest(
                    "A deployment without an MLflow model needs 'codeConfiguration' and 'environmentId'.");
        }
        return new DeploymentPlan(
                key(deployment), model, environment, script, variables(properties), timeout(properties));
    }

    static DeploymentKey key(Resource deployment) {
        return new DeploymentKey(
                deployment.key().workspace(),
                deployment.key().parent(),
                deployment.key().leaf());
    }

    private DeploymentPlan.Model model(String id) {
        Resource model = ResourceId.parse(id, Kind.MODEL)
                .flatMap(cloud.store()::find)
                .orElseThrow(() -> ArmError.badRequest("The model '" + id + "' does not exist."));
        String uri = model.properties().path("modelUri").asText();
        return new DeploymentPlan.Model(
                model.key().parent(),
                model.key().leaf(),
                uris.locate(model.key().workspace(), uri),
                model.properties().path("modelType").asText());
    }

    private Optional<DeploymentPlan.Script> script(ObjectNode properties) {
        JsonNode code = properties.path("codeConfiguration");
        if (!code.hasNonNull("codeId")) {
            return Optional.empty();
        }
        return Optional.of(new DeploymentPlan.Script(
                uris.code(code.path("codeId").asText()), Bodies.text((ObjectNode) code, "scoringScript")));
    }

    private static Map<String, String> variables(ObjectNode properties) {
        Map<String, String> variables = new HashMap<>();
        properties
                .path("environmentVariables")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        return variables;
    }

    private static Duration timeout(ObjectNode properties) {
        String timeout =
                properties.path("requestSettings").path("requestTimeout").asText();
        try {
            return timeout.isEmpty() ? USUAL_TIMEOUT : Duration.parse(timeout);
        } catch (DateTimeException notIso) {
            throw ArmError.badRequest(
                    "The 'requestTimeout' is '" + timeout + "', not an ISO 8601 duration such as PT5S.");
        }
    }

    private static Optional<String> text(ObjectNode properties, String field) {
        return Optional.of(properties.path(field).asText()).filter(text -> !text.isBlank());
    }
}
