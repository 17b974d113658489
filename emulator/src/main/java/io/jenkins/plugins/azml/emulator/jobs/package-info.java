/**
 * What runs a job from its resolved description. May use {@code blob} and {@code clock}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.jobs;

import org.jspecify.annotations.NullMarked;
