package io.jenkins.plugins.azml.engine.rest;

/**
 * What one poll of a long-running operation told. Even a success is the operation's word only: the resource's own {@link
 * ProvisioningState} decides.
 */
public sealed interface Progress {
    /** @param next what to poll, after its pace */
    record InProgress(Operation next) implements Progress {}

    record Succeeded() implements Progress {}

    /**
     * It failed or was cancelled.
     *
     * @param code the service's own, {@code Canceled} for a cancellation without one
     * @param message one redacted line
     */
    record Failed(String code, String message) implements Progress {}

    /**
     * The operation cannot be asked any more; the resource can.
     *
     * @param reason one redacted line
     */
    record Lost(String reason) implements Progress {}
}
