/**
 * What people see: data on standard output, progress on standard error, plain or with colour.
 *
 * <p>Uses {@code engine.turn} for events and {@code engine.json}.
 */
@NullMarked
package io.jenkins.plugins.azml.cli.console;

import org.jspecify.annotations.NullMarked;
