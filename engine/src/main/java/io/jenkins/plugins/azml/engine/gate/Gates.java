package io.jenkins.plugins.azml.engine.gate;

import java.util.List;

/** The gates that a candidate must pass, at least one. */
public record Gates(List<Gate> gates) {
    public Gates {
        gates = List.copyOf(gates);
        if (gates.isEmpty()) {
            throw new IllegalArgumentException("no gate");
        }
    }

    /**
     * Judges a candidate by all gates; see {@link Decision} for what the words mean.
     *
     * <p>Pure: the same gates and figures always give the same verdict.
     */
    public Verdict assess(Comparison comparison) {
        List<GateResult> results =
                gates.stream().map(gate -> gate.assess(comparison)).toList();
        return new Verdict(decide(comparison, results), comparison, results);
    }

    private static Decision decide(Comparison comparison, List<GateResult> results) {
        if (has(results, Outcome.BLOCKED) || results.stream().allMatch(Gates::saysNothing)) {
            return Decision.BLOCKED;
        }
        if (!results.stream().allMatch(result -> result.outcome().passes())) {
            return Decision.WORSE;
        }
        return comparison.champion() == null || has(results, Outcome.BETTER) ? Decision.BETTER : Decision.EQUAL;
    }

    private static boolean has(List<GateResult> results, Outcome outcome) {
        return results.stream().anyMatch(result -> result.outcome() == outcome);
    }

    private static boolean saysNothing(GateResult result) {
        return result.outcome() == Outcome.NOT_COMPARED;
    }
}
