package io.jenkins.plugins.azml.runner;

/** A run that cannot be started. Its message is one line for the person who asked for it. */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunException(String message) {
        super(message);
    }

    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
