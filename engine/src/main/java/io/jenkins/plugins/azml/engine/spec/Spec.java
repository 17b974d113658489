package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.Fields;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * One checked CLI v2 file, immutable. Its values are what the user wrote; paths are absolute.
 *
 * <p>What it means to Azure ML is {@link Writes#of}.
 */
public sealed interface Spec
        permits CommandJob, DataAsset, Environment, Compute, Datastore, Model, OnlineEndpoint, ManagedOnlineDeployment {
    Source source();

    /** The checked values by the names of the file. */
    Fields fields();

    Kind kind();

    /** The values with the table that they were checked against. */
    Checked checked();

    default Optional<String> name() {
        return fields().text("name").filter(name -> !name.isEmpty());
    }

    default Optional<String> version() {
        return fields().text("version").filter(version -> !version.isEmpty());
    }

    default Map<String, Object> tags() {
        return fields().dictionary("tags");
    }
}
