package io.jenkins.plugins.azml.engine.blob;

import io.jenkins.plugins.azml.engine.rest.Headers;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import java.util.Locale;
import java.util.Optional;

/**
 * A server-side copy, which goes on after it was started.
 *
 * @param id the service's own
 * @param detail why it failed, one line; empty where there is nothing to say
 */
public record Copy(String id, Status status, String detail) {
    /** Where a copy stands. */
    public enum Status {
        PENDING,
        SUCCESS,
        FAILED,
        ABORTED,
        /** A status that this release does not know: look again. */
        UNKNOWN
    }

    static Optional<Copy> of(Headers headers) {
        return headers.get("x-ms-copy-status")
                .map(status -> new Copy(
                        headers.get("x-ms-copy-id").orElse(""),
                        status(status),
                        Redaction.line(
                                headers.get("x-ms-copy-status-description").orElse(""), 200)));
    }

    private static Status status(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "pending" -> Status.PENDING;
            case "success" -> Status.SUCCESS;
            case "failed" -> Status.FAILED;
            case "aborted" -> Status.ABORTED;
            default -> Status.UNKNOWN;
        };
    }
}
