package io.jenkins.plugins.azml.runner.cps;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.UUID;

/** Marks a failure, so that it is known again wherever it comes by. Jenkins shows it under the name of its own class. */
public final class ErrorId extends Throwable {
    private static final long serialVersionUID = 1L;

    private final String id = UUID.randomUUID().toString();

    private ErrorId() {
        super(null, null, false, false);
    }

    /** Marks a failure that neither itself nor a cause is marked yet. */
    static void mark(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
            for (Throwable suppressed : at.getSuppressed()) {
                if (suppressed instanceof ErrorId) {
                    return;
                }
            }
        }
        failure.addSuppressed(new ErrorId());
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // it shows under the name of another class
    public String toString() {
        return "org.jenkinsci.plugins.workflow.actions.ErrorAction$ErrorId: " + id;
    }
}
