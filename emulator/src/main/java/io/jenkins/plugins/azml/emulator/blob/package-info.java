/**
 * The storage accounts behind the emulator. May use {@code http} and {@code clock}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.blob;

import org.jspecify.annotations.NullMarked;
