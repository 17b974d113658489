package io.jenkins.plugins.azml.scenarios.simulation;

/** The host dies. No code of the engine may catch it: it is no exception. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the host dies", null, false, false);
    }
}
