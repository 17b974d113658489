package io.jenkins.plugins.azml.emulator.blob;

import java.time.Instant;

/**
 * A blob as a listing tells it.
 *
 * @param size in bytes
 */
public record BlobItem(String name, long size, Instant lastModified) {}
