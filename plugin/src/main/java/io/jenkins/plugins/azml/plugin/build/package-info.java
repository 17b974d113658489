/**
 * What a build keeps of its stages, for its pages.
 *
 * <p>Uses {@code run}.
 */
@NullMarked
package io.jenkins.plugins.azml.plugin.build;

import org.jspecify.annotations.NullMarked;
