package io.jenkins.plugins.azml.scenarios.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that went out.
 *
 * @param life which life of the host sent it, from 1
 * @param generation of the state that was saved then; -1 before the first
 * @param state the name of that state's record
 * @param path without the query
 * @param bodyHash SHA-256 in hexadecimal digits
 * @param status what came back, 0 for nothing
 * @param notBefore when the service lets its scope be asked again, or null if it did not say
 */
record Sent(
        int life,
        long generation,
        String state,
        CallKind kind,
        String method,
        String path,
        String bodyHash,
        Instant at,
        int status,
        @Nullable Instant notBefore) {

    /** Equal for a call and its repeats. */
    String key() {
        return method + " " + path;
    }
}
