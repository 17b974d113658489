/**
 * Whole stages with real processes: the command line as a JVM of its own, the emulator with Azurite, MLflow, jobs and
 * scoring servers. Nothing here waits for a time: moments are found by what is saved, logged or withheld.
 *
 * <p>Uses {@code cli} by its arguments, output and exit status alone; asks the emulator through {@code engine}.
 */
@NullMarked
package io.jenkins.plugins.azml.scenarios.local;

import org.jspecify.annotations.NullMarked;
