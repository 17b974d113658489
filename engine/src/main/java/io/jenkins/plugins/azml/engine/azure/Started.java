package io.jenkins.plugins.azml.engine.azure;

import io.jenkins.plugins.azml.engine.rest.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A write that was accepted.
 *
 * @param resource as the answer shows it
 * @param operation what the service does on from here, or null where only the resource's own state tells
 */
public record Started<T>(T resource, @Nullable Operation operation) {}
