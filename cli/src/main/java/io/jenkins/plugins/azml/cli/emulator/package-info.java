/**
 * The local Azure ML as a child process, and what is asked of it.
 *
 * <p>Uses {@code emulator} to start it and, to speak to it as any client does, {@code engine.connect}.
 */
@NullMarked
package io.jenkins.plugins.azml.cli.emulator;

import org.jspecify.annotations.NullMarked;
