package io.jenkins.plugins.azml.engine.blob;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a HEAD of a blob says.
 *
 * @param length in bytes
 * @param contentMd5 in Base64, or null where the blob has none
 * @param metadata by lower-case name
 * @param copy the last server-side copy onto this blob, or null
 */
public record BlobProperties(
        long length,
        @Nullable String contentMd5,
        Map<String, String> metadata,
        @Nullable Copy copy) {
    private static final String METADATA = "x-ms-meta-";

    public BlobProperties {
        metadata = Map.copyOf(metadata);
    }

    /** The last server-side copy onto this blob. */
    public Optional<Copy> lastCopy() {
        return Optional.ofNullable(copy);
    }

    static Map<String, String> metadataOf(Map<String, String> headers) {
        Map<String, String> metadata = new TreeMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(METADATA)) {
                metadata.put(lower.substring(METADATA.length()), value);
            }
        });
        return metadata;
    }
}
