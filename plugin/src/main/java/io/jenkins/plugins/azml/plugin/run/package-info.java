/**
 * Runs of stages in this controller: kept in the folder of their build, advanced by few threads, taken up again after a
 * restart.
 *
 * <p>Uses {@code agent}, {@code connect}, {@code config} and the engine; knows no step.
 */
@NullMarked
package io.jenkins.plugins.azml.plugin.run;

import org.jspecify.annotations.NullMarked;
