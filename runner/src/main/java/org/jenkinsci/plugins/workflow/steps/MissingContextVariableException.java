package org.jenkinsci.plugins.workflow.steps;

/** A step was called outside of the block that it needs. */
public final class MissingContextVariableException extends Exception {
    private static final long serialVersionUID = 1L;

    public MissingContextVariableException(String type, String step, String provider) {
        super("Required context class " + type + " is missing\nPerhaps you forgot to surround the " + step
                + " step with a step that provides this, such as: " + provider);
    }
}
