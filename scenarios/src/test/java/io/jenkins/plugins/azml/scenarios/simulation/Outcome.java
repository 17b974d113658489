package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.problem.Problem;
import java.util.regex.Pattern;

/**
 * How a run ended.
 *
 * @param ended whether its end, good or bad, is saved
 * @param good whether the stage gave a result
 * @param text the result or the problem
 * @param givenUp how often a host could not go on and another one took the run up later
 */
record Outcome(boolean ended, boolean good, String text, int turns, int givenUp) {
    private static final Pattern COUNTED = Pattern.compile("filesSent=\\d+|effect=[A-Z]+|latency=\\w+");

    /** The text without what a run may count otherwise that found its own work done: files sent, resources created. */
    static String comparable(String text) {
        return COUNTED.matcher(text).replaceAll("…");
    }

    /** A problem by its code: its words tell what this very run met. */
    static String comparable(Problem problem) {
        return problem.code().name();
    }
}
