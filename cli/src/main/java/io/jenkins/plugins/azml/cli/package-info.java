/**
 * The command line: the root command, what every command shares, and how failures become words and exit codes.
 *
 * <p>A command is its options and one call. Uses {@code engine}, picocli and the rooms below.
 */
@NullMarked
package io.jenkins.plugins.azml.cli;

import org.jspecify.annotations.NullMarked;
