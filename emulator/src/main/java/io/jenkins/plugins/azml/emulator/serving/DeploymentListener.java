package io.jenkins.plugins.azml.emulator.serving;

/** Hears how a deployment's start went. Exactly one of the two is called, once. */
public interface DeploymentListener {
    /** The deployment answers. */
    void ready();

    /** It does not; its logs stay readable until it is removed. */
    void failed(String code, String message);
}
