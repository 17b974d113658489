package io.jenkins.plugins.azml.engine.rest;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.util.Locale;

/** How far a resource is, or an operation: what it says in words, as a decision. */
public enum ProvisioningState {
    SUCCEEDED,
    FAILED,
    CANCELED,
    /** Any other word, also one that this release does not know. */
    IN_PROGRESS;

    public static ProvisioningState of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "succeeded", "success", "completed" -> SUCCEEDED;
            case "failed" -> FAILED;
            case "canceled", "cancelled" -> CANCELED;
            default -> IN_PROGRESS;
        };
    }

    /** A resource's {@code properties.provisioningState}; one that has none is there, so it succeeded. */
    public static ProvisioningState of(JsonObject resource) {
        return resource.string("properties", "provisioningState")
                .filter(word -> !word.isBlank())
                .map(ProvisioningState::of)
                .orElse(SUCCEEDED);
    }
}
