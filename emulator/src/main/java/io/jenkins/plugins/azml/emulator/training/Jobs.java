package io.jenkins.plugins.azml.emulator.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.asset.BlobUris;
import io.jenkins.plugins.azml.emulator.cloud.Arm;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.Operations;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.jobs.JobKey;
import io.jenkins.plugins.azml.emulator.jobs.JobPlan;
import io.jenkins.plugins.azml.emulator.jobs.JobStatus;
import io.jenkins.plugins.azml.emulator.mlflow.TrackedRun;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs from their submission to their end. */
public final class Jobs {
    /** What may be changed in a job that exists. */
    static final List<String> EDITABLE = List.of("description", "tags", "displayName", "properties", "isArchived");

    private final Cloud cloud;
    private final Operations operations;
    private final Arm arm;
    private final JobPlans plans;
    private final JobProgress progress;

    public Jobs(Cloud cloud, Operations operations) {
        this.cloud = cloud;
        this.operations = operations;
        this.arm = new Arm(cloud.settings().scope());
        this.plans = new JobPlans(cloud);
        this.progress = new JobProgress(cloud, operations);
    }

    Resource find(String workspace, String name) {
        return cloud.store()
                .find(new ResourceKey(workspace, Kind.JOB, name))
                .orElseThrow(() -> ArmError.notFound("job", name));
    }

    /** Submits a job of that name, whose properties were checked for their fields; with nothing done when it cannot run. */
    Resource submit(ResourceKey key, ObjectNode properties) {
        complete(key, properties);
        ObjectNode hidden = Json.object().set("submitted", properties.deepCopy());
        ObjectNode body = Json.object().set("properties", properties);
        Resource job = new Resource(
                key, body, hidden, cloud.clock().instant(), cloud.clock().instant());
        TrackedRun run = run(job);
        JobPlan plan = plans.plan(job, cloud.tracking().variables(run));
        cloud.tracking().startRun(run);
        cloud.store().save(job);
        cloud.jobs().submit(plan, progress.listener(key));
        return job;
    }

    private void complete(ResourceKey key, ObjectNode properties) {
        putIfMissing(properties, "displayName", key.name());
        putIfMissing(properties, "experimentName", "Default");
        properties.put("status", JobStatus.NotStarted.name());
        properties.put("isArchived", properties.path("isArchived").asBoolean());
        properties.withObjectProperty("properties");
        properties.withObjectProperty("tags");
        properties.withObjectProperty("inputs");
        properties.withObjectProperty("environmentVariables");
        ObjectNode outputs = properties.withObjectProperty("outputs");
        outputs.properties().forEach(output -> target(key, output.getKey(), (ObjectNode) output.getValue()));
        ObjectNode services = properties.putObject("services");
        services.putObject("Tracking")
                .put("jobServiceType", "Tracking")
                .put(
                        "endpoint",
                        "azureml://" + cloud.addresses().secure().getAuthority() + "/mlflow/v1.0"
                                + arm.workspaceId(key.workspace()));
    }

    private static void target(ResourceKey key, String name, ObjectNode output) {
        putIfMissing(
                output,
                "uri",
                "azureml://datastores/workspaceblobstore/paths/azureml/" + key.name() + "/" + name + "/");
        putIfMissing(output, "mode", "ReadWriteMount");
    }

    private static void putIfMissing(ObjectNode object, String field, String value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    private TrackedRun run(Resource job) {
        ObjectNode properties = job.properties();
        Map<String, String> tags = new HashMap<>();
        properties
                .path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        String workspace = job.key().workspace();
        String experiment = properties.path("experimentName").asText();
        String artifacts =
                "azureml://" + cloud.addresses().secure().getAuthority() + "/mlflow/v2.0" + arm.workspaceId(workspace)
                        + "/experiments/" + experiment + "/runs/" + job.key().name() + "/artifacts";
        return new TrackedRun(
                workspace,
                experiment,
                job.key().name(),
                properties.path("displayName").asText(),
                tags,
                artifacts,
                BlobUris.artifacts(job.key()));
    }

    /** Writes what may be changed of a job that exists, when nothing else differs. */
    Resource edit(Resource job, ObjectNode properties) {
        List<String> changed = JobDifference.between((ObjectNode) job.hidden().get("submitted"), properties);
        if (!changed.isEmpty()) {
            throw new ArmError(
                    400,
                    "UserError",
                    "A job with this name already exists. If you are trying to create a new job, use a different name."
                            + " The existing job's " + String.join(", ", changed) + " cannot be changed;"
                            + " only description, tags, displayName, properties, and isArchived can be updated.");
        }
        return update(job, properties);
    }

    /** Writes what may be changed of a job and is given. */
    Resource update(Resource job, ObjectNode changes) {
        for (String field : EDITABLE) {
            Optional<JsonNode> value = Optional.ofNullable(changes.get(field));
            value.ifPresent(given -> job.properties().set(field, given));
        }
        Resource updated = job.modifiedAt(cloud.clock().instant());
        cloud.store().save(updated);
        return updated;
    }

    /** Asks a job to end; empty when it has ended already, else the operation that ends with it. */
    Optional<String> cancel(Resource job) {
        JobStatus status = status(job);
        if (status.isTerminal()) {
            return Optional.empty();
        }
        if (status == JobStatus.Finalizing) {
            throw ArmError.userError(
                    "The job '" + job.key().name() + "' is finalizing and cannot be canceled any more.");
        }
        String running = job.hidden().path("cancelOperation").asText();
        if (!running.isEmpty()) {
            return Optional.of(running);
        }
        String operation = operations.begin(arm.id(job.key()));
        job.hidden().put("cancelOperation", operation);
        cloud.store().save(job);
        progress.status(job.key(), JobStatus.CancelRequested);
        cloud.jobs().cancel(new JobKey(job.key().workspace(), job.key().name()));
        return Optional.of(operation);
    }

    static JobStatus status(Resource job) {
        return JobStatus.valueOf(job.properties().path("status").asText());
    }

    /** Ends the jobs that ran when an earlier start of the emulator ended. */
    public void interrupted(String workspace) {
        cloud.store().list(workspace, Kind.JOB).stream()
                .filter(job -> !status(job).isTerminal())
                .forEach(job -> progress.interrupted(job.key()));
    }
}
