package io.jenkins.plugins.azml.emulator.jobs;

import io.jenkins.plugins.azml.emulator.blob.BlobLocation;

/** What {@code ${{inputs.name}}} stands for. */
public sealed interface JobInput {
    /** A value that is put into the command as it is. */
    record Literal(String value) implements JobInput {}

    /**
     * Blobs that become a path.
     *
     * @param type {@code uri_file}, {@code uri_folder}, {@code mltable}, {@code custom_model}, {@code mlflow_model} or {@code triton_model}
     */
    record Data(BlobLocation location, String type) implements JobInput {}
}
