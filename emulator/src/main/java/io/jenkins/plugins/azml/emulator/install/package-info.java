/**
 * What the emulator installs from npm and PyPI, once for all emulators of a user, and the tools that this takes.
 * May use {@code process}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.install;

import org.jspecify.annotations.NullMarked;
