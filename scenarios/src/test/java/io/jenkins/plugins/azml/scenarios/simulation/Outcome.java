package io.jenkins.plugins.azml.scenarios.simulation;

/**
 * How a run ended.
 *
 * @param ended whether its end, good or bad, is saved
 * @param good whether the stage gave a result
 * @param text the result or the problem
 * @param givenUp how often a host could not go on and another one took the run up later
 */
record Outcome(boolean ended, boolean good, String text, int turns, int givenUp) {}
