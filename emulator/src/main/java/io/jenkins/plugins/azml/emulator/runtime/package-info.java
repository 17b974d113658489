/**
 * The emulator's own files: secrets, ports, what a running one tells of itself. May use {@code http.Json} and the JDK.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.runtime;

import org.jspecify.annotations.NullMarked;
