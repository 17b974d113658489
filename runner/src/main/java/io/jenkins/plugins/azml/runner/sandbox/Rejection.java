package io.jenkins.plugins.azml.runner.sandbox;

import java.util.function.Supplier;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.jspecify.annotations.Nullable;

/** The first signature that was in the way. */
final class Rejection {
    private @Nullable String signature;

    void note(String refused) {
        signature = signature == null ? refused : signature;
    }

    RuntimeException orElse(Supplier<RuntimeException> other) {
        return signature == null ? other.get() : RejectedAccessException.ofSignature(signature);
    }
}
