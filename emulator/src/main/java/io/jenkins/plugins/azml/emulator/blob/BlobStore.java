package io.jenkins.plugins.azml.emulator.blob;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The storage accounts behind the emulator, one a workspace. Clients speak the Blob REST protocol to {@link #url}
 * with a signature of {@link #sign}; the emulator itself uses the methods here. Safe for use by several threads.
 *
 * <p>Failures of the store are {@link java.io.UncheckedIOException}s that name the blob and never the signature.
 */
public interface BlobStore extends AutoCloseable {
    /** Returns when the store answers. Accounts are known from the construction on. */
    void start();

    /** The address of a container as clients see it, without a slash at the end and without a signature. */
    URI url(Container container);

    /** The account's base64 key, as {@code listSecrets} gives it away. */
    String accountKey(String account);

    /** A query text (without {@code ?}) that allows so much on the whole container until then. */
    String sign(Container container, Set<SasPermission> permissions, Instant expiry);

    /** Makes the container unless it is there. */
    void createContainer(Container container);

    /** Writes a block blob, in place of one of that name. */
    void put(Container container, String blob, byte[] content);

    /** Adds to the end of an append blob that is made when it is missing. */
    void append(Container container, String blob, byte[] content);

    /** The whole blob; empty when there is none. */
    Optional<byte[]> read(Container container, String blob);

    /** Writes a block blob with the content of a file. */
    default void upload(Container container, String blob, Path file) throws IOException {
        put(container, blob, Files.readAllBytes(file));
    }

    /** Writes the blob into a file, in place of one that is there; false when there is no such blob. */
    default boolean download(Container container, String blob, Path file) throws IOException {
        Optional<byte[]> content = read(container, blob);
        if (content.isPresent()) {
            Files.write(file, content.get());
        }
        return content.isPresent();
    }

    /** All blobs whose names begin so, in the order of their names. */
    List<BlobItem> list(Container container, String prefix);

    /** Deletes the blob if it is there. */
    void delete(Container container, String blob);

    @Override
    void close();
}
