/**
 * Requests and replies as values, without sockets. May use the JDK and Jackson only.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.http;

import org.jspecify.annotations.NullMarked;
