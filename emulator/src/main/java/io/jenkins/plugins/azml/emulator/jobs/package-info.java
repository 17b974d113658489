/**
 * What runs a job from its resolved description. May use {@code blob} and {@code clock}; the
 * real runner also {@code process}, {@code install} and {@code python}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.jobs;

import org.jspecify.annotations.NullMarked;
