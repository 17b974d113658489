/**
 * The steps: one pair of step and execution for all stages, and for each stage its options.
 *
 * <p>Uses {@code run} and {@code build}. A new stage costs a step with its options and its help.
 */
@NullMarked
package io.jenkins.plugins.azml.plugin.step;

import org.jspecify.annotations.NullMarked;
