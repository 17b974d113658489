package io.jenkins.plugins.azml.emulator.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.asset.BlobUris;
import io.jenkins.plugins.azml.emulator.asset.SoftwareEnvironments;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.ResourceId;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.jobs.JobInput;
import io.jenkins.plugins.azml.emulator.jobs.JobKey;
import io.jenkins.plugins.azml.emulator.jobs.JobOutput;
import io.jenkins.plugins.azml.emulator.jobs.JobPlan;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Resolves everything that a job names; what is not there is refused at the submission. */
final class JobPlans {
    private final Cloud cloud;
    private final BlobUris uris;
    private final SoftwareEnvironments environments;

    JobPlans(Cloud cloud) {
        this.cloud = cloud;
        this.uris = new BlobUris(cloud);
        this.environments = new SoftwareEnvironments(cloud);
    }

    /**
     * The plan of a job whose outputs have their targets.
     *
     * @throws ArmError 400 when something that it names does not exist
     */
    JobPlan plan(Resource job, Map<String, String> tracking) {
        ObjectNode properties = job.properties();
        checkCompute(properties);
        Map<String, String> variables = new HashMap<>(texts(properties.path("environmentVariables")));
        variables.putAll(tracking);
        return new JobPlan(
                new JobKey(job.key().workspace(), job.key().name()),
                properties.path("experimentName").asText(),
                Bodies.text(properties, "command"),
                code(properties),
                environments.find(Bodies.text(properties, "environmentId")),
                inputs(job),
                outputs(job),
                variables,
                texts(properties.path("tags")),
                BlobUris.artifacts(job.key()),
                timeout(properties));
    }

    private void checkCompute(ObjectNode properties) {
        String compute = properties.path("computeId").asText();
        boolean known = compute.isEmpty()
                || ResourceId.parse(compute, Kind.COMPUTE)
                        .flatMap(cloud.store()::find)
                        .isPresent();
        if (!known) {
            throw ArmError.userError(
                    "Unknown compute target '" + compute.substring(compute.lastIndexOf('/') + 1) + "'.");
        }
    }

    private Optional<BlobLocation> code(ObjectNode properties) {
        String id = properties.path("codeId").asText();
        return id.isEmpty() ? Optional.empty() : Optional.of(uris.code(id));
    }

    private Map<String, JobInput> inputs(Resource job) {
        Map<String, JobInput> inputs = new HashMap<>();
        job.properties()
                .path("inputs")
                .properties()
                .forEach(entry -> inputs.put(entry.getKey(), input(job, entry.getValue())));
        return inputs;
    }

    private JobInput input(Resource job, JsonNode input) {
        String type = input.path("jobInputType").asText();
        return type.equals("literal")
                ? new JobInput.Literal(input.path("value").asText())
                : new JobInput.Data(
                        uris.locate(job.key().workspace(), input.path("uri").asText()), type);
    }

    private Map<String, JobOutput> outputs(Resource job) {
        Map<String, JobOutput> outputs = new HashMap<>();
        job.properties().path("outputs").properties().forEach(entry -> {
            JsonNode output = entry.getValue();
            BlobLocation target =
                    uris.locate(job.key().workspace(), output.path("uri").asText());
            outputs.put(
                    entry.getKey(),
                    new JobOutput(target, output.path("jobOutputType").asText()));
        });
        return outputs;
    }

    private static Optional<Duration> timeout(ObjectNode properties) {
        String timeout = properties.path("limits").path("timeout").asText();
        try {
            return timeout.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(timeout));
        } catch (DateTimeException notIso) {
            throw ArmError.userError(
                    "The limit 'timeout' is '" + timeout + "', not an ISO 8601 duration such as PT1H.");
        }
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
