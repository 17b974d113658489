/**
 * The tracking store behind the emulator: experiments, runs, metrics. May use {@code http}, {@code blob} and {@code clock};
 * the real store also {@code process}, {@code install} and {@code python}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.mlflow;

import org.jspecify.annotations.NullMarked;
