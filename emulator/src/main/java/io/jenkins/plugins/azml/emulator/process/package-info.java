/**
 * Child processes that cannot outlive the emulator: bounded in time and output, given an allow-listed environment,
 * ended with everything they started. May use the JDK only.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.process;

import org.jspecify.annotations.NullMarked;
