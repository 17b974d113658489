package io.jenkins.plugins.azml.engine.spec.wire;

import java.nio.file.Path;

/** The ids and URIs in a body that the spec itself does not say. Given by whoever writes or renders. */
public interface References {

    /** The workspace's ARM id, from {@code /subscriptions/} to its name. */
    String workspace();

    /** The workspace's region, for what Azure wants placed. */
    String location();

    /** The code version for a local folder or file. */
    Code code(Path local);

    /**
     * Where the content of a local folder or file lies or will lie.
     *
     * @return the path inside the datastore's container, without a slash at either end
     */
    String upload(Path local, String datastore);

    /** The version of an asset for which the spec gives none; {@code collection} is {@code data}, {@code models} … */
    String version(String collection, String name);

    /** The name of a resource for which the spec gives none; {@code collection} as in {@link #version}. */
    String name(String collection);

    /** The name or version of something inline, derived from its content: the same content has the same one. */
    default String contentName(String collection, String content) {
        return Hashes.sha256(content);
    }

    /** The experiment of a job for which the spec gives none. */
    String experiment();

    /** What stands for {@code azureml:NAME@LABEL} in a body: an id, or the reference itself while it is unresolved. */
    default String labelled(String collection, String name, String label) {
        return "azureml:" + name + "@" + label;
    }

    /** The URL of a container or folder in a datastore's storage account, for a Docker build context. */
    String storageUrl(String datastore, String path);

    /**
     * A code version.
     *
     * @param uri where its files lie
     * @param hash the content hash, SHA-256 in hexadecimal
     */
    record Code(String name, String version, String uri, String hash) {}
}
