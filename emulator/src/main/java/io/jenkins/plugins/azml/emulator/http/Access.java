package io.jenkins.plugins.azml.emulator.http;

/** What a caller must show before a route is run. */
public enum Access {
    /** Nothing: what clients fetch before they have a token. */
    PUBLIC,
    /** The header of the managed identity endpoint; over plain http. */
    IDENTITY,
    /** A token that this emulator issued, and an {@code api-version}. */
    ARM,
    /** A token that this emulator issued. */
    TOKEN,
    /** A key or token of the endpoint; the route itself looks. */
    ENDPOINT
}
