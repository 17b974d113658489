package io.jenkins.plugins.azml.engine.promote;

/**
 * An endpoint whose traffic is with the deployment that had it before.
 *
 * @param from who had the traffic until now, and is kept
 * @param model of the deployment that serves, {@code name:version}, or empty if nobody tagged it
 */
public record RolledBack(String endpoint, String deployment, String from, String model) {}
