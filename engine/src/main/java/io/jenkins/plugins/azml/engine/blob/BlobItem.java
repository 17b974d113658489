package io.jenkins.plugins.azml.engine.blob;

import org.jspecify.annotations.Nullable;

/**
 * A blob in a listing.
 *
 * @param name from the container's root
 * @param length in bytes
 * @param contentMd5 in Base64, or null where the blob has none
 */
public record BlobItem(String name, long length, @Nullable String contentMd5) {}
