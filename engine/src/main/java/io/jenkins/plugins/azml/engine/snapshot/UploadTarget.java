package io.jenkins.plugins.azml.engine.snapshot;

import io.jenkins.plugins.azml.engine.blob.BlobUrl;

/**
 * Where an upload goes, and which asset it is for.
 *
 * @param container with a grant to read, list and write
 * @param folder in the container, without a slash at its end; empty for its root
 * @param name of the asset, kept with the upload for the official client
 * @param version of the asset, kept with the upload
 */
public record UploadTarget(BlobUrl container, String folder, String name, String version) {

    /** The fresh container that a pending upload of a code version gives. */
    public static UploadTarget code(BlobUrl container, String name, String version) {
        return new UploadTarget(container, "", name, version);
    }

    /** The place in a datastore that belongs to this content. */
    public static UploadTarget data(BlobUrl container, String hash, String name, String version) {
        return new UploadTarget(container, dataFolder(hash), name, version);
    }

    /** The folder in a datastore that belongs to this content. */
    public static String dataFolder(String hash) {
        return "LocalUpload/" + hash;
    }

    String prefix(Snapshot snapshot) {
        return folder.isEmpty() ? snapshot.name() : folder + "/" + snapshot.name();
    }
}
