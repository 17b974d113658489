/**
 * Whole stages on the emulator in one object: no socket, no thread, virtual time.
 */
@NullMarked
package io.jenkins.plugins.azml.scenarios.memory;

import org.jspecify.annotations.NullMarked;
