/**
 * The storage accounts behind the emulator. May use {@code http} and {@code clock}; the real server also
 * {@code process} and {@code install}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.blob;

import org.jspecify.annotations.NullMarked;
