/**
 * What goes to Azure ML for a spec: the writes, and the ids and URIs that only the caller can know.
 *
 * <p>Uses nothing.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.spec.wire;

import org.jspecify.annotations.NullMarked;
