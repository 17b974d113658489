package io.jenkins.plugins.azml.engine.assets;

/**
 * The names that a spec leaves to us.
 *
 * @param name of the resource itself
 * @param version of the resource itself
 * @param experiment of a job
 */
public record Naming(String name, String version, String experiment) {}
