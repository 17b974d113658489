package io.jenkins.plugins.azml.engine.gate;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a gate said, with its figures.
 *
 * @param candidate the candidate's figure, or null when it has none
 * @param reference the limit or the champion's figure, or null when there is none to compare with
 * @param reason one sentence without a full stop
 */
public record GateResult(
        Gate gate, @Nullable BigDecimal candidate, @Nullable BigDecimal reference, Outcome outcome, String reason) {

    /** The candidate's figure less the reference, as it is written: whether that is good, the outcome says. */
    public Optional<BigDecimal> difference() {
        return candidate == null || reference == null ? Optional.empty() : Optional.of(candidate.subtract(reference));
    }

    static GateResult ofLimit(Gate gate, BigDecimal figure, BigDecimal limit, Direction direction) {
        boolean kept = direction.advantage(figure, limit).signum() >= 0;
        String reason = gate.metric() + " " + figure + (kept ? " is " : " is not ") + gate.rule();
        return new GateResult(gate, figure, limit, kept ? Outcome.PASSED : Outcome.FAILED, reason);
    }

    static GateResult equal(Gate.Champion gate, BigDecimal figure, BigDecimal reference) {
        String reason =
                gate.metric() + " " + figure + " is within " + gate.tolerance() + " of the champion's " + reference;
        return new GateResult(gate, figure, reference, Outcome.EQUAL, reason);
    }

    static GateResult unequal(Gate.Champion gate, BigDecimal figure, BigDecimal reference, boolean better) {
        String reason = gate.metric() + " " + figure + " is " + (better ? "better" : "worse")
                + " than the champion's " + reference + " by "
                + figure.subtract(reference).abs() + ", tolerance " + gate.tolerance();
        return new GateResult(gate, figure, reference, better ? Outcome.BETTER : Outcome.WORSE, reason);
    }
}
