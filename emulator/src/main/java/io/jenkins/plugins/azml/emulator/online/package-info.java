/**
 * Online endpoints, their deployments and their scoring route over {@code serving}. May use {@code asset} and {@code cloud}.
 */
@NullMarked
package io.jenkins.plugins.azml.emulator.online;

import org.jspecify.annotations.NullMarked;
