/**
 * Who is let in: tokens, hosts and the certificate authority. May use {@code http}, {@code clock} and Bouncy Castle.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.security;

import org.jspecify.annotations.NullMarked;
