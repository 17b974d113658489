package io.jenkins.plugins.azml.runner.sandbox;

import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;

/** What compiled enums of sandboxed scripts call first: Groovy makes them with a map, which the sandbox refuses. */
public final class EnumInitializer {
    private EnumInitializer() {}

    @SuppressWarnings("DoNotCallSuggester") // compiled scripts call it
    public static void initialize() {
        throw RejectedAccessException.ofSignature("new java.util.LinkedHashMap");
    }
}
