package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.List;
import java.util.Set;

/**
 * What a clean run of a subject teaches.
 *
 * @param calls in the order in which they were sent
 * @param mutations the (call, body) pairs that may change anything
 * @param result as text: a stage's result, or the problem that it ends with
 * @param time how long it took on the virtual clock, in seconds
 */
record Learned(
        List<Call> calls,
        int turns,
        Set<String> mutations,
        String result,
        EndState end,
        List<String> logLines,
        long time) {

    /**
     * A call.
     *
     * @param turn the turn that made it, from 1
     */
    record Call(int turn, CallKind kind, String key) {}
}
