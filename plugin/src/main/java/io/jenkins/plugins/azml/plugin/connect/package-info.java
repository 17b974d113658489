/**
 * From a configured workspace and a build to a connection: cloud, credential with the build's identity, budget.
 *
 * <p>Uses {@code config} and the engine; the only room that names the credentials plugins.
 */
@NullMarked
package io.jenkins.plugins.azml.plugin.connect;

import org.jspecify.annotations.NullMarked;
