package io.jenkins.plugins.azml.engine.register;

import org.jspecify.annotations.Nullable;

/** Where a registration stands. */
public sealed interface RegisterState {
    /**
     * The model's content is being read, file by file.
     *
     * @param digest of the files so far
     * @param last the path of the last of them, or null before the first
     */
    record Reading(String digest, @Nullable String last) implements RegisterState {}

    /** The version's number is to be chosen. */
    record Numbering(String digest) implements RegisterState {}

    /** The version is to be written. */
    record Writing(String digest, String version) implements RegisterState {}

    /** The version is there. */
    record Registered(String digest, String version) implements RegisterState {}
}
