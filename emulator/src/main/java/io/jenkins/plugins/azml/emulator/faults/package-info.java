/**
 * What may go wrong with a request, on demand. May use {@code http} and {@code clock}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.faults;

import org.jspecify.annotations.NullMarked;
