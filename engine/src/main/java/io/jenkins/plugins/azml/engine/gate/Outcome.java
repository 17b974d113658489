package io.jenkins.plugins.azml.engine.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one gate says. */
public enum Outcome {
    /** The limit is kept. */
    PASSED(true),
    /** Better than the champion by more than the tolerance. */
    BETTER(true),
    /** Not further from the champion than the tolerance. */
    EQUAL(true),
    /** There is no champion: the gate says nothing. */
    NOT_COMPARED(true),
    /** The limit is not kept. */
    FAILED(false),
    /** Worse than the champion by more than the tolerance. */
    WORSE(false),
    /** A figure is missing, not finite or not comparable: the gate could not be judged. */
    BLOCKED(false);

    private final boolean passes;

    Outcome(boolean passes) {
        this.passes = passes;
    }

    /** The outcome that files and reports call so; empty for a word of another release. */
    public static Optional<Outcome> of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }

    public boolean passes() {
        return passes;
    }

    /** The word as files and reports bear it: {@code not-compared}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
