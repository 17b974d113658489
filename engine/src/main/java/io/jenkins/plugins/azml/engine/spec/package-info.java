/**
 * What a user wrote: CLI v2 YAML with overrides, read and checked into immutable records, and the writes that it means.
 *
 * <p>{@link io.jenkins.plugins.azml.engine.spec.Specs} reads, {@link io.jenkins.plugins.azml.engine.spec.Validation}
 * reports every problem at once, {@link io.jenkins.plugins.azml.engine.spec.Writes} renders. Uses {@code problem} and its
 * own rooms {@code spec.yaml}, {@code spec.schema} and {@code spec.wire}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.spec;

import org.jspecify.annotations.NullMarked;
