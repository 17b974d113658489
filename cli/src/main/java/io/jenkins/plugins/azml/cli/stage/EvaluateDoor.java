package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.ExitCode;
import io.jenkins.plugins.azml.cli.console.Table;
import io.jenkins.plugins.azml.cli.console.Words;
import io.jenkins.plugins.azml.cli.run.Prepared;
import io.jenkins.plugins.azml.cli.run.Report;
import io.jenkins.plugins.azml.cli.run.Scene;
import io.jenkins.plugins.azml.cli.run.Shown;
import io.jenkins.plugins.azml.cli.run.StageDoor;
import io.jenkins.plugins.azml.engine.evaluate.Champion;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateStage;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateState;
import io.jenkins.plugins.azml.engine.gate.GateResult;
import io.jenkins.plugins.azml.engine.gate.Gates;
import io.jenkins.plugins.azml.engine.gate.GatesFile;
import io.jenkins.plugins.azml.engine.gate.Verdict;
import io.jenkins.plugins.azml.engine.report.Markdown;
import io.jenkins.plugins.azml.engine.report.Suite;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code azml evaluate}. */
public final class EvaluateDoor implements StageDoor<EvaluateDoor.Arguments, EvaluateState, Verdict> {
    /** The role of the workspace that the champion serves in. */
    public static final String CHAMPION = "champion";

    /**
     * What is saved of a call.
     *
     * @param endpoint where the champion serves, or null for nobody
     * @param testInput the job's input that holds the test data
     */
    public record Arguments(
            String gates, String job, @Nullable String endpoint, String testInput) {}

    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Prepared<EvaluateState, Verdict> prepare(Arguments arguments, Scene scene) {
        Gates gates = GatesFile.read(YamlReader.read(scene.text(arguments.gates()), arguments.gates()));
        var request =
                new EvaluateStage.Request(arguments.job(), gates, champion(arguments, scene), arguments.testInput());
        return new Prepared<>(
                new EvaluateStage(scene.workspace(), request),
                EvaluateStage.CODEC,
                EvaluateStage.first(),
                verdict -> show(verdict, scene.run().value()),
                state -> verdict(state, gates).map(EvaluateDoor::report));
    }

    private static @Nullable Champion champion(Arguments arguments, Scene scene) {
        return arguments.endpoint() == null
                ? null
                : new Champion(scene.findWorkspace(CHAMPION).orElseGet(scene::workspace), arguments.endpoint());
    }

    /** The verdict that a saved state stands for, if it has come so far. */
    public static Optional<Verdict> verdict(EvaluateState state, Gates gates) {
        return state instanceof EvaluateState.Measured measured
                ? Optional.of(gates.assess(measured.comparison()))
                : Optional.empty();
    }

    private static Report report(Verdict verdict) {
        return new Report(Suite.of(verdict), Markdown.of(verdict));
    }

    private static Shown show(Verdict verdict, String run) {
        List<String> lines = new ArrayList<>(gates(verdict).lines());
        lines.add("");
        lines.add("verdict  " + verdict.decision().word() + ": " + verdict.reason());
        Map<String, @Nullable Object> json = new LinkedHashMap<>(verdict.toJson());
        if (verdict.decision().passes()) {
            lines.add("next     azml register MODEL --evaluation " + run);
        }
        return new Shown(verdict.decision().passes() ? ExitCode.DONE : ExitCode.GATE, json, lines);
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
