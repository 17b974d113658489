/**
 * Failures as facts: codes, kinds, the one exception.
 *
 * <p>Uses nothing. Whoever shows a problem adds the remedy in its own words.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.problem;

import org.jspecify.annotations.NullMarked;
