/**
 * Commands that are no stage: render, validate, status, logs, cancel, resume.
 *
 * <p>Uses {@code engine} and the room {@code run}.
 */
@NullMarked
package io.jenkins.plugins.azml.cli.command;

import org.jspecify.annotations.NullMarked;
