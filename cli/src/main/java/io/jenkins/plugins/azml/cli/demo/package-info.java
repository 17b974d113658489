/**
 * The worked example, run through emulator and engine.
 *
 * <p>Calls the doors that the commands call, on an emulator of its own.
 */
@NullMarked
package io.jenkins.plugins.azml.cli.demo;

import org.jspecify.annotations.NullMarked;
