package hudson.remoting;

/** Stands for an exception that cannot be stored: its text and its stack, without its class. */
public final class ProxyException extends Exception {
    private static final long serialVersionUID = 1L;

    public ProxyException(Throwable original) {
        super(original.toString());
        setStackTrace(original.getStackTrace());
        if (original.getCause() != null) {
            initCause(new ProxyException(original.getCause()));
        }
        for (Throwable suppressed : original.getSuppressed()) {
            addSuppressed(new ProxyException(suppressed));
        }
    }
}
