/**
 * The simulator: stages on virtual time from a printed seed, under every crash and fault, with every invariant checked.
 *
 * <p>Generic over stages: one that is registered in {@code Subjects} is in every plan. Uses {@code memory}.
 */
@NullMarked
package io.jenkins.plugins.azml.scenarios.simulation;

import org.jspecify.annotations.NullMarked;
