/**
 * One class a stage: its command and its door, which makes the stage of saved arguments and shows its result.
 *
 * <p>Uses the stages of the engine and the room {@code run}.
 */
@NullMarked
package io.jenkins.plugins.azml.cli.stage;

import org.jspecify.annotations.NullMarked;
