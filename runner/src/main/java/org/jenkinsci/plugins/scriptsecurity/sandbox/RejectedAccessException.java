package org.jenkinsci.plugins.scriptsecurity.sandbox;

/** The sandbox refused a call. */
public final class RejectedAccessException extends SecurityException {
    private static final long serialVersionUID = 1L;

    public RejectedAccessException(String message) {
        super(message);
    }

    /** Refuses a signature that an administrator could approve, such as {@code staticMethod java.lang.System exit int}. */
    public static RejectedAccessException ofSignature(String signature) {
        return new RejectedAccessException("Scripts not permitted to use " + signature);
    }
}
