package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import org.jspecify.annotations.Nullable;

/** Called by compiled scripts at each start of a method, closure and loop body: lets the other threads have their turn. */
public final class Safepoint {
    private Safepoint() {}

    public static void safepoint() {
        Continuable.suspend("safepoint", new Yield());
    }

    private static final class Yield implements ThreadTask {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Outcome begin(CpsThread thread) {
            return new Outcome(null, null);
        }
    }
}
