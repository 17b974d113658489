package io.jenkins.plugins.azml.emulator.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.cloud.Bodies;
import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Route;
import io.jenkins.plugins.azml.emulator.http.RouteTable;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.ResourceKey;
import java.util.List;

/** Environments: an image or a Docker context, and a conda file. */
public final class EnvironmentRoutes implements RouteTable {
    private static final BodyShape SHAPE = BodyShape.of(
            "properties.description",
            "properties.tags.*",
            "properties.properties.*",
            "properties.isAnonymous",
            "properties.isArchived",
            "properties.autoRebuild",
            "properties.build.contextUri",
            "properties.build.dockerfilePath",
            "properties.image",
            "properties.condaFile",
            "properties.inferenceConfig.livenessRoute.*",
            "properties.inferenceConfig.readinessRoute.*",
            "properties.inferenceConfig.scoringRoute.*",
            "properties.osType",
            "properties.stage",
            "properties.environmentType");

    private final Versions versions;

    public EnvironmentRoutes(Cloud cloud, Bodies bodies) {
        this.versions = new Versions(
                cloud,
                bodies,
                new Versions.Family(Kind.ENVIRONMENT, "Environment", SHAPE, List.of("image", "build", "condaFile")),
                EnvironmentRoutes::complete);
    }

    @Override
    public List<Route> routes() {
        return versions.routes();
    }

    private static void complete(ResourceKey key, ObjectNode properties) {
        if (!properties.has("build")) {
            Bodies.text(properties, "image");
        }
        if (properties.has("condaFile") && !properties.get("condaFile").isTextual()) {
            throw ArmError.userError("The property 'condaFile' is not a text.");
        }
        if (!properties.has("osType")) {
            properties.put("osType", "Linux");
        }
        properties.put("environmentType", "UserCreated");
    }
}
