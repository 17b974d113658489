package io.jenkins.plugins.azml.emulator.admin;

import java.time.Instant;

/**
 * A request that was answered.
 *
 * @param path without the query, which may hold a signature
 * @param status what was answered, or would have been where a fault lost it
 * @param bodyHash SHA-256 of the request's body in hexadecimal digits
 * @param fault the name of the fault that met it; empty: none did
 */
public record LoggedRequest(
        Instant time, String method, String path, String operation, int status, String bodyHash, String fault) {}
