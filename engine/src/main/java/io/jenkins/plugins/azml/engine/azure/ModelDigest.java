package io.jenkins.plugins.azml.engine.azure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/**
 * The content of a model as one number, which two copies have in common exactly if their files are the same.
 *
 * <p>A chain over the files in the order of their relative paths (compared as Java strings, separated by {@code /}): the
 * digest begins as 64 zeros, and each file makes it the SHA-256 of four lines: the digest so far, the path, the size in
 * bytes, the SHA-256 of the bytes; every line, the last too, ends with a line feed and hashes are in lower-case
 * hexadecimal. So it can be taken file by file, and what is in between fits into a saved state.
 *
 * @param soFar 64 hexadecimal digits
 */
public record ModelDigest(String soFar) {
    private static final int CHUNK = 64 << 10;

    /** Gives a file's bytes. */
    @FunctionalInterface
    public interface Content {
        InputStream open(String path) throws IOException;
    }

    /** Of no files yet. */
    public static ModelDigest none() {
        return new ModelDigest("0".repeat(64));
    }

    /**
     * Of all files.
     *
     * @param sizes in bytes by relative path
     * @throws IOException if a file cannot be read, or is not as long as it should be
     */
    public static ModelDigest of(SortedMap<String, Long> sizes, Content content) throws IOException {
        ModelDigest digest = none();
        for (Map.Entry<String, Long> file : sizes.entrySet()) {
            try (InputStream bytes = content.open(file.getKey())) {
                digest = digest.with(file.getKey(), file.getValue(), bytes);
            }
        }
        return digest;
    }

    /**
     * With one more file, whose path comes after all others.
     *
     * @throws IOException if the bytes cannot be read, or are not {@code size} many
     */
    public ModelDigest with(String path, long size, InputStream bytes) throws IOException {
        MessageDigest file = sha256();
        long read = 0;
        byte[] chunk = new byte[CHUNK];
        for (int length = bytes.read(chunk); length >= 0; length = bytes.read(chunk)) {
            file.update(chunk, 0, length);
            read += length;
        }
        if (read != size) {
            throw new IOException("'" + path + "' has " + read + " bytes, expected " + size);
        }
        String lines = soFar + "\n" + path + "\n" + size + "\n" + hex(file.digest()) + "\n";
        return new ModelDigest(hex(sha256().digest(lines.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public String toString() {
        return soFar;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
