/**
 * The machinery of stages: a stage is a state machine that is advanced turn by turn.
 *
 * <p>Hosts keep the state between turns, wait, and repeat what is unsettled. Uses {@code problem}, {@code json} and, for
 * what may be repeated, {@code rest}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.turn;

import org.jspecify.annotations.NullMarked;
