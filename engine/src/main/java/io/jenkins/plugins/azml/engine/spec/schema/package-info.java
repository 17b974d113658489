/**
 * The tables of CLI v2: for every kind its keys, and for every key its type and its name on the wire.
 *
 * <p>A type knows both sides: what a value in the file must be, and what it becomes in a body. Uses {@code spec.yaml},
 * {@code spec.wire} and {@code problem}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.spec.schema;

import org.jspecify.annotations.NullMarked;
