package io.jenkins.plugins.azml.engine.register;

import io.jenkins.plugins.azml.engine.azure.AssetVersion;
import java.util.Map;

/**
 * A registered model version.
 *
 * @param digest of its files
 * @param tags its lineage
 */
public record Registered(AssetVersion model, String digest, Map<String, String> tags) {}
