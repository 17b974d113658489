package io.jenkins.plugins.azml.emulator.store;

/** Where a resource is kept. */
public record ResourceKey(String workspace, Kind kind, String name) {
    /** The part before the first slash: the asset of a version, the endpoint of a deployment. */
    public String parent() {
        return name.substring(0, name.indexOf('/'));
    }

    /** The part behind the first slash, or the whole name. */
    public String leaf() {
        return name.substring(name.indexOf('/') + 1);
    }
}
