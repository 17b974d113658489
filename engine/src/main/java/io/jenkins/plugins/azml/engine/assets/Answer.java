package io.jenkins.plugins.azml.engine.assets;

/** What was found or brought for a {@link Need}; part of a stage's saved state. */
public sealed interface Answer {
    /**
     * A code version.
     *
     * @param known whether the workspace had it, so that it need not be registered
     */
    record Code(String name, String version, String uri, String hash, boolean known) implements Answer {}

    /** A path in a datastore's container. */
    record Place(String path) implements Answer {}

    /** A version of an asset. */
    record Version(String version) implements Answer {}
}
