/**
 * Jobs as the service shows them: ARM, run history and MLflow over {@code jobs} and {@code mlflow}. May use {@code asset} and {@code cloud}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.training;

import org.jspecify.annotations.NullMarked;
