package io.jenkins.plugins.azml.emulator.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Registered models. A location in a job's outputs is resolved when the version is made, as the service does it. A
 * model's properties are immutable; that ARM's route for a version keeps to it is a guess.
 *
 * @see <a href="https://search.r-project.org/CRAN/refmans/azuremlsdk/html/register_model_from_run.html">"These
 *     properties cannot be changed after model creation, however new key-value pairs can be added"</a>
 */
public final class ModelRoutes implements RouteTable {
    private static final Pattern JOB = Pattern.compile("(?:azureml://jobs/|runs:/)([^/]+)/.*");
    private static final BodyShape SHAPE = BodyShape.of(
            "properties.description",
            "properties.tags.*",
            "properties.properties.*",
            "properties.isAnonymous",
            "properties.isArchived",
            "properties.allowedDeploymentTemplates.**",
            "properties.defaultDeploymentTemplate.**",
            "properties.flavors.*.data.**",
            "properties.jobName",
            "properties.modelType",
            "properties.modelUri",
            "properties.stage");

    private final Cloud cloud;
    private final BlobUris uris;
    private final Versions versions;

    public ModelRoutes(Cloud cloud, Bodies bodies) {
        this.cloud = cloud;
        this.uris = new BlobUris(cloud);
        this.versions = new Versions(
                cloud,
                bodies,
                new Versions.Family(Kind.MODEL, "Model", SHAPE, List.of("modelUri", "modelType", "properties")),
                this::complete);
    }

    @Override
    public List<Route> routes() {
        return versions.routes();
    }

    private void complete(ResourceKey key, ObjectNode properties) {
        String uri = Bodies.text(properties, "modelUri");
        BlobLocation location = uris.locate(key.workspace(), uri);
        if (cloud.blobs().list(location.container(), location.path()).isEmpty()) {
            throw ArmError.userError("There is nothing at the model's location '" + uri + "'.");
        }
        Matcher job = JOB.matcher(uri);
        if (job.matches()) {
            properties.put("jobName", job.group(1));
        }
        properties.put("modelUri", uris.longUri(key.workspace(), location).orElse(uri));
        if (!properties.has("modelType")) {
            properties.put("modelType", "custom_model");
        }
        properties.withObjectProperty("flavors");
    }
}
