package io.jenkins.plugins.azml.emulator.blob;

/**
 * A blob or a folder of blobs.
 *
 * @param path the blob's name, or the folder's without a slash at either end; empty: the whole container
 */
public record BlobLocation(Container container, String path) {
    /** The name of a blob below this folder. */
    public String below(String relative) {
        return path.isEmpty() ? relative : path + "/" + relative;
    }

    public BlobLocation child(String relative) {
        return new BlobLocation(container, below(relative));
    }
}
