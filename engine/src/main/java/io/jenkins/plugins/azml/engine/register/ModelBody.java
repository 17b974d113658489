package io.jenkins.plugins.azml.engine.register;

import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.azure.Tracking;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model version as it is written: where its files are, and as tags where it comes from. */
final class ModelBody {
    private final RegisterRequest request;
    private final Workspace workspace;

    ModelBody(RegisterRequest request, Workspace workspace) {
        this.request = request;
        this.workspace = workspace;
    }

    Map<String, ?> of(Jobs.Job job, String digest) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("modelType", request.type());
        properties.put(
                "modelUri", "azureml://jobs/" + request.job() + "/outputs/artifacts/paths/" + request.path() + "/");
        properties.put("jobName", request.job());
        properties.put("isAnonymous", false);
        if (!request.description().isEmpty()) {
            properties.put("description", request.description());
        }
        // Unlike tags, properties stay as they were written: another run's write of the same number is refused.
        properties.put("properties", Map.of(Tags.RUN, request.run().value()));
        properties.put("tags", tags(job, digest));
        return Map.of("properties", properties);
    }

    private Map<String, String> tags(Jobs.Job job, String digest) {
        Map<String, String> tags = new LinkedHashMap<>(request.tags());
        job.tags().forEach((name, value) -> {
            if (name.startsWith("azml.")) {
                tags.put(name, value);
            }
        });
        tags.put(Tags.RUN, request.run().value());
        tags.put(Tags.JOB, request.job());
        tags.put(Tags.DIGEST, digest);
        job.definition()
                .string("environmentId")
                .map(ModelBody::shortId)
                .ifPresent(id -> tags.put(Tags.ENVIRONMENT, id));
        workspace
                .tracking()
                .find(request.job())
                .map(Tracking.Run::metrics)
                .orElse(Map.of())
                .forEach((metric, figure) -> tags.put(Tags.METRIC + metric, String.valueOf(figure)));
        if (!request.verdict().isEmpty()) {
            tags.put(Tags.VERDICT, request.verdict());
        }
        return tags;
    }

    /** {@code name:version} of an ARM id that ends in {@code /environments/name/versions/version}. */
    private static String shortId(String id) {
        return id.replaceAll(".*/environments/([^/]+)/versions/([^/]+)$", "$1:$2");
    }
}
