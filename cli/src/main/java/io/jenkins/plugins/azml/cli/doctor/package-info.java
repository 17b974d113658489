/**
 * What this machine lacks, each with its fix.
 *
 * <p>Uses {@code emulator.install} for tools and {@code engine} for Azure.
 */
@NullMarked
package io.jenkins.plugins.azml.cli.doctor;

import org.jspecify.annotations.NullMarked;
