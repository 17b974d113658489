package io.jenkins.plugins.azml.engine.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all gates said together.
 *
 * @param comparison whom the gates judged, and beside whom
 * @param gates one result a gate, in the order of the gates file
 */
public record Verdict(Decision decision, Comparison comparison, List<GateResult> gates) {
    public Verdict {
        gates = List.copyOf(gates);
    }

    /** Why it came out so, as one line. */
    public String reason() {
        List<String> reasons = gates.stream()
                .filter(gate -> decidesWith(gate.outcome()))
                .map(GateResult::reason)
                .distinct()
                .toList();
        return reasons.isEmpty() ? remark() : String.join("; ", reasons);
    }

    /** The verdict as JSON values, every figure included. */
    public Map<String, @Nullable Object> toJson() {
        Evaluation champion = comparison.champion();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("verdict", decision.word());
        json.put("reason", reason());
        json.put("candidate", comparison.candidate().model());
        json.put("champion", champion == null ? null : champion.model());
        json.put("testData", comparison.candidate().testData());
        json.put("gates", gates.stream().map(Verdict::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(GateResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("metric", result.gate().metric());
        json.put("rule", result.gate().rule());
        json.put("candidate", result.candidate());
        json.put("reference", result.reference());
        json.put("difference", result.difference().orElse(null));
        json.put("outcome", result.outcome().word());
        json.put("reason", result.reason());
        return json;
    }

    private boolean decidesWith(Outcome outcome) {
        return switch (decision) {
            case BLOCKED -> outcome == Outcome.BLOCKED;
            case WORSE -> !outcome.passes();
            case BETTER -> outcome == Outcome.BETTER;
            case EQUAL -> outcome == Outcome.EQUAL;
        };
    }

    private String remark() {
        if (decision == Decision.BLOCKED) {
            return "there is no champion, and no gate with min or max decides without one";
        }
        return comparison.champion() == null
                ? "there is no champion: the gates with min and max alone decided, and all passed"
                : "all gates passed, and none of them compares with the champion";
    }
}
