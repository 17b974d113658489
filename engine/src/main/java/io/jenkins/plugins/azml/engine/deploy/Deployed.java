package io.jenkins.plugins.azml.engine.deploy;

/**
 * A deployment that is ready and has no traffic yet.
 *
 * @param model {@code name:version}
 */
public record Deployed(String endpoint, String deployment, String model) {}
