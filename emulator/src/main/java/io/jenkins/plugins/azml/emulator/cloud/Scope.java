package io.jenkins.plugins.azml.emulator.cloud;

/** Where the emulator's workspaces lie. */
public record Scope(String subscription, String resourceGroup, String location) {
    public static Scope local() {
        return new Scope("00000000-0000-0000-0000-0000000a2a10", "azml-local", "local");
    }

    /** Each workspace has a region of its own, because endpoint names are unique within a region. */
    public String locationOf(String workspace) {
        return location + "-" + workspace;
    }
}
