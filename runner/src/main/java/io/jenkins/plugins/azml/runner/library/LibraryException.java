package io.jenkins.plugins.azml.runner.library;

/** A library that a script needs to be compiled cannot be loaded. */
public final class LibraryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LibraryException(String message) {
        super(message);
    }
}
