package io.jenkins.plugins.azml.emulator.install;

/** A tool that is missing or a package that cannot be installed; the message is one line for a person, with what to do. */
public final class InstallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InstallException(String message) {
        super(message);
    }
}
