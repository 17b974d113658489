/**
 * What a build's stages came to as a check on its commit, where the Checks API plugin is. One class names that plugin's
 * classes.
 *
 * <p>Uses {@code build} and {@code run}; knows no step.
 */
@NullMarked
package io.jenkins.plugins.azml.plugin.check;

import org.jspecify.annotations.NullMarked;
