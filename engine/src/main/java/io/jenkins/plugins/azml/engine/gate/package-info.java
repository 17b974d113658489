/**
 * Gates, and the verdict that a candidate gets from them: pure functions.
 *
 * <p>Uses {@code problem}, and {@code spec} to read a gates file. Knows neither Azure nor where figures come from.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.gate;

import org.jspecify.annotations.NullMarked;
