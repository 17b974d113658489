/**
 * Puts a new deployment beside the one that serves, without traffic, and sees it through until it is ready; or removes
 * it again and says why.
 *
 * <p>Uses {@code turn}, {@code azure} and {@code assets}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.deploy;

import org.jspecify.annotations.NullMarked;
