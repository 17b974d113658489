package io.jenkins.plugins.azml.emulator.jobs;

import io.jenkins.plugins.azml.emulator.blob.BlobLocation;

/**
 * What {@code ${{outputs.name}}} stands for: a path whose content is stored at the location in the end.
 *
 * @param type as of {@link JobInput.Data}
 */
public record JobOutput(BlobLocation location, String type) {}
