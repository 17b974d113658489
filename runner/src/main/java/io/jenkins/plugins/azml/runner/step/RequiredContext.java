package io.jenkins.plugins.azml.runner.step;

/** What a step needs around it, with the words of Jenkins for its absence. */
public enum RequiredContext {
    WORKSPACE("hudson.FilePath", "node"),
    LAUNCHER("hudson.Launcher", "node");

    private final String type;
    private final String provider;

    RequiredContext(String type, String provider) {
        this.type = type;
        this.provider = provider;
    }

    public String type() {
        return type;
    }

    public String provider() {
        return provider;
    }
}
