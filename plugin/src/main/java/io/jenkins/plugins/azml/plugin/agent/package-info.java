/**
 * What happens on an agent: files of a workspace are read, hashed and uploaded there, never on the controller.
 *
 * <p>An agent is given an address to write to and gets no token.
 */
@NullMarked
package io.jenkins.plugins.azml.plugin.agent;

import org.jspecify.annotations.NullMarked;
