package io.jenkins.plugins.azml.emulator.store;

import java.time.Instant;

/**
 * One change that was made, by a request or by the emulator itself.
 *
 * @param resource the path that was written
 * @param bodyHash SHA-256 of the request's body in hexadecimal digits
 * @param note what a check needs of the body: an endpoint's traffic, a job's new status; else empty
 */
public record LedgerEntry(Instant time, String operation, String resource, String bodyHash, String note) {}
