package io.jenkins.plugins.azml.engine.blob;

import java.nio.file.Path;

/**
 * The local files that a spec refers to, hashed and uploaded from where they are: on this machine, or on another one that
 * is given an address to write to and no token.
 */
public interface LocalFiles {
    /** What files are hashed as. */
    enum Content {
        CODE,
        DATA
    }

    /**
     * Where an upload goes, and which asset it is for.
     *
     * @param folder in the container, without a slash at its end; empty for its root
     */
    record Target(BlobUrl container, String folder, String name, String version) {}

    /**
     * An upload that is complete.
     *
     * @param path of the folder or file in the container
     * @param filesSent how many files were sent now; the others were there
     */
    record Sent(String path, int filesSent) {}

    /**
     * The hash of a folder or file.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException FILE_NOT_FOUND or INVALID_FILE
     */
    String hash(Path place, Content content);

    /**
     * Uploads what is missing.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException CONFLICT if the files no longer have that hash, or
     *     what an upload throws
     */
    Sent send(Path place, Content content, String hash, Target target);
}
