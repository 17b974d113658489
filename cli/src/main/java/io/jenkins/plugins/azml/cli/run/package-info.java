/**
 * Runs of stages on this machine: begun, saved, waited for, cancelled, taken up again.
 *
 * <p>Uses {@code engine.turn} and the rooms {@code config} and {@code console}; knows no stage.
 */
@NullMarked
package io.jenkins.plugins.azml.cli.run;

import org.jspecify.annotations.NullMarked;
