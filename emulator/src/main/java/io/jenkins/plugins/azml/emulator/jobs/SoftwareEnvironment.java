package io.jenkins.plugins.azml.emulator.jobs;

import java.util.Optional;

/**
 * The software that a job or a deployment runs in.
 *
 * @param name and version of the environment asset, for messages
 * @param conda the text of its conda file; empty for an image alone
 */
public record SoftwareEnvironment(String name, String version, String image, Optional<String> conda) {}
