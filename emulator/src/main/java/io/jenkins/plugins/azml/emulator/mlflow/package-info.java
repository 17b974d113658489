/**
 * The tracking store behind the emulator: experiments, runs, metrics. May use {@code http}, {@code blob} and {@code clock}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.mlflow;

import org.jspecify.annotations.NullMarked;
