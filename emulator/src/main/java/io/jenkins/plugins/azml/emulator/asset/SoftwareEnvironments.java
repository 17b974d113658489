package io.jenkins.plugins.azml.emulator.asset;

import io.jenkins.plugins.azml.emulator.cloud.Cloud;
import io.jenkins.plugins.azml.emulator.cloud.ResourceId;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.jobs.SoftwareEnvironment;
import io.jenkins.plugins.azml.emulator.store.Kind;
import io.jenkins.plugins.azml.emulator.store.Resource;
import java.util.Optional;

/** Reads registered environments for those who run something in them. */
public final class SoftwareEnvironments {
    private final Cloud cloud;

    public SoftwareEnvironments(Cloud cloud) {
        this.cloud = cloud;
    }

    /**
     * The environment of that id.
     *
     * @throws ArmError 400 when there is none, or none that can be made here
     */
    public SoftwareEnvironment find(String id) {
        if (id.startsWith("azureml://registries/")) {
            throw ArmError.userError(
                    "The emulator has no registries: the environment '" + id + "' must be one of the workspace.");
        }
        Resource environment = ResourceId.parse(id, Kind.ENVIRONMENT)
                .flatMap(cloud.store()::find)
                .orElseThrow(() -> ArmError.userError("The environment '" + id + "' does not exist."));
        if (environment.properties().has("build")) {
            throw ArmError.userError(
                    "The environment '" + environment.key().name()
                            + "' is built from a Docker context, which the emulator does not do: give it an image and a conda file.");
        }
        return new SoftwareEnvironment(
                environment.key().parent(),
                environment.key().leaf(),
                environment.properties().path("image").asText(),
                Optional.of(environment.properties().path("condaFile").asText()).filter(conda -> !conda.isBlank()));
    }
}
