package io.jenkins.plugins.azml.emulator.serving;

/** A deployment behind an online endpoint. */
public record DeploymentKey(String workspace, String endpoint, String deployment) {}
