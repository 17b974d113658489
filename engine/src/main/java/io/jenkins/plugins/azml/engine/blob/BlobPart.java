package io.jenkins.plugins.azml.engine.blob;

/**
 * Bytes of a blob from an offset on, as many as there were and were asked for.
 *
 * @param total the blob's length in bytes when it was read
 * @param etag of the version that was read; empty where the service gave none
 * @param unchanged whether the blob is still the version that the reader has seen; then there are no bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record BlobPart(byte[] bytes, long total, String etag, boolean unchanged) {}
