package io.jenkins.plugins.azml.emulator.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A blob in memory.
 *
 * @param version counts the writes of the whole store, so that no two contents share an entity tag
 */
@SuppressWarnings("ArrayRecordComponent") // the content is never changed and never compared
record MemoryBlob(
        BlobType type,
        byte[] content,
        Map<String, String> metadata,
        Instant modified,
        long version,
        Optional<Copy> copy) {
    enum BlobType {
        BlockBlob,
        AppendBlob
    }

    /** @param status {@code pending}, {@code success} or {@code failed} */
    record Copy(String id, String status) {}

    MemoryBlob {
        metadata = Map.copyOf(metadata);
    }

    MemoryBlob withMetadata(Map<String, String> other, Instant time, long next) {
        return new MemoryBlob(type, content, other, time, next, copy);
    }

    MemoryBlob followedBy(byte[] more, Instant time, long next) {
        byte[] all = java.util.Arrays.copyOf(content, content.length + more.length);
        System.arraycopy(more, 0, all, content.length, more.length);
        return new MemoryBlob(type, all, metadata, time, next, copy);
    }

    String etag() {
        return "\"0x" + Long.toHexString(0x8DC0000000000L + version).toUpperCase(java.util.Locale.ROOT) + "\"";
    }

    String md5() {
        return md5(content);
    }

    static String md5(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
