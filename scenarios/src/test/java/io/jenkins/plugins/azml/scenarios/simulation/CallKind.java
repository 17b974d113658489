package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.rest.Transport;
import java.util.List;

/** What sort of request a call is: decides which faults fit it. */
enum CallKind {
    READ,
    WRITE,
    /** Changes something by POST. */
    ACTION,
    /** A POST that only asks, or that grants. */
    ASK,
    SCORE,
    BLOB_READ,
    BLOB_WRITE;

    private static final String BLOB_PORT = ":10443";
    private static final List<String> ASKING =
            List.of("/listSecrets", "/listKeys", "/getLogs", "/startPendingUpload", "/token", "/runs/search");

    static CallKind of(Transport.Request request) {
        String path = request.url().getRawPath();
        boolean looks = request.method().equals("GET") || request.method().equals("HEAD");
        if (request.url().getRawAuthority().endsWith(BLOB_PORT)) {
            return looks ? BLOB_READ : BLOB_WRITE;
        }
        if (looks) {
            return READ;
        }
        if (request.method().equals("POST")) {
            return post(path);
        }
        return WRITE;
    }

    private static CallKind post(String path) {
        if (ASKING.stream().anyMatch(path::endsWith)) {
            return ASK;
        }
        return path.endsWith("/cancel") ? ACTION : SCORE;
    }

    /** What is throttled together. */
    String scope() {
        return switch (this) {
            case READ, WRITE, ACTION, ASK -> "service";
            case SCORE -> "scoring";
            case BLOB_READ, BLOB_WRITE -> "storage";
        };
    }

    /** Whether it changes what others see; content-addressed uploads do not. */
    boolean mutates() {
        return this == WRITE || this == ACTION;
    }
}
