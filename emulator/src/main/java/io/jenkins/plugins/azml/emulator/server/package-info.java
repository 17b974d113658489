/**
 * Requests from sockets to the gateway and replies back, within limits. May use {@code http} and the JDK's server.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.server;

import org.jspecify.annotations.NullMarked;
