/**
 * Drives a Jenkins that runs somewhere over its HTTP API alone: jobs are made, started, aborted and answered as a person
 * would, the controller is killed by a command that was given, and what came of it is read from consoles, pages and the
 * emulator's log. Knows nothing of the inside of plugin and library.
 */
@NullMarked
package io.jenkins.plugins.azml.acceptance;

import org.jspecify.annotations.NullMarked;
