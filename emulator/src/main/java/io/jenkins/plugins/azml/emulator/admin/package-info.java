/**
 * The emulator's own routes under {@code /_emulator}, the log of requests. May use {@code faults}, {@code store} and {@code http}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.admin;

import org.jspecify.annotations.NullMarked;
