package io.jenkins.plugins.azml.engine.evaluate;

import io.jenkins.plugins.azml.engine.gate.Comparison;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an evaluation stands. */
public sealed interface EvaluateState {
    /**
     * The candidate's figures are being read.
     *
     * @param since the first turn, or null before it
     */
    record Measuring(@Nullable Instant since) implements EvaluateState {}

    /** All figures are known, so that the verdict is the same whenever it is asked for. */
    record Measured(Comparison comparison) implements EvaluateState {}
}
