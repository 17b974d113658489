/**
 * Time and what is due later, real or virtual. May use the JDK only.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.clock;

import org.jspecify.annotations.NullMarked;
