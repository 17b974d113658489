package io.jenkins.plugins.azml.engine.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The word of a verdict. {@code better} and {@code equal} let a candidate pass, {@code worse} and {@code blocked} do not. */
public enum Decision {
    /** Every gate passed, and the candidate beat the champion on one metric at least, or there is no champion. */
    BETTER(true),
    /** Every gate passed, and none found the candidate better; or it is the champion itself. */
    EQUAL(true),
    /** Every gate could be judged, and one at least did not pass. */
    WORSE(false),
    /** A gate could not be judged, or none of them decides without a champion. */
    BLOCKED(false);

    private final boolean passes;

    Decision(boolean passes) {
        this.passes = passes;
    }

    /** The decision that files and reports call so; empty for a word of another release. */
    public static Optional<Decision> of(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word().equals(word))
                .findFirst();
    }

    public boolean passes() {
        return passes;
    }

    /** The word as files and reports bear it: {@code better}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
