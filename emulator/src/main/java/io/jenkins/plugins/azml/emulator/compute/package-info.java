/**
 * Computes of a workspace: named, nothing behind them. May use {@code cloud} and what that uses.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.compute;

import org.jspecify.annotations.NullMarked;
