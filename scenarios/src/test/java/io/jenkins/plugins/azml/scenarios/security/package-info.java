/**
 * What no single room can show of security: the table of cases, bounds of memory and time in a process of its own, what
 * the archive is made of. Uses engine, emulator and command line from outside.
 */
@NullMarked
package io.jenkins.plugins.azml.scenarios.security;

import org.jspecify.annotations.NullMarked;
