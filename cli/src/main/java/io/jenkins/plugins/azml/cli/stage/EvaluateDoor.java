package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.console.Words;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.call.EvaluateCall;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateState;
import io.jenkins.plugins.azml.engine.gate.GateResult;
import io.jenkins.plugins.azml.engine.gate.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code azml evaluate}. */
public final class EvaluateDoor implements StageDoor<EvaluateCall, EvaluateState, Verdict> {

    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public Class<EvaluateCall> arguments() {
        return EvaluateCall.class;
    }

    @Override
    public Prepared<EvaluateState, Verdict> prepare(EvaluateCall call, Scene scene) {
        return Prepared.of(call.in(scene), verdict -> lines(verdict, scene.run().value()));
    }

    private static List<String> lines(Verdict verdict, String run) {
        List<String> lines = new ArrayList<>(gates(verdict).lines());
        lines.add("");
        lines.add("verdict  " + verdict.decision().word() + ": " + verdict.reason());
        if (verdict.decision().passes()) {
            lines.add("next     azml register MODEL --evaluation " + run);
        }
        return lines;
    }

    private static Table gates(Verdict verdict) {
        Table table = new Table("metric", "gate", "candidate", "compared with", "outcome");
        for (GateResult gate : verdict.gates()) {
            table.row(
                    gate.gate().metric(),
                    gate.gate().rule(),
                    figure(gate.candidate()),
                    figure(gate.reference()),
                    gate.outcome().word());
        }
        return table;
    }

    private static String figure(@Nullable BigDecimal figure) {
        return figure == null ? "-" : Words.of(figure.doubleValue());
    }
}
