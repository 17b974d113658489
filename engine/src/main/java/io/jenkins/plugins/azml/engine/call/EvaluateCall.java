package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.evaluate.Champion;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateStage;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateState;
import io.jenkins.plugins.azml.engine.gate.Gates;
import io.jenkins.plugins.azml.engine.gate.GatesFile;
import io.jenkins.plugins.azml.engine.gate.Verdict;
import io.jenkins.plugins.azml.engine.report.Markdown;
import io.jenkins.plugins.azml.engine.report.Suite;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a job by gates.
 *
 * @param gates the gates file
 * @param endpoint where the champion serves, or null for nobody
 * @param testInput the job's input that holds the test data
 */
public record EvaluateCall(
        String gates, String job, @Nullable String endpoint, String testInput)
        implements StageCall<EvaluateState, Verdict> {

    @Override
    public Called<EvaluateState, Verdict> in(Scene scene) {
        Gates read = GatesFile.read(YamlReader.read(scene.text(gates), gates));
        var request = new EvaluateStage.Request(job, read, champion(scene), testInput);
        return new Called<>(
                new EvaluateStage(scene.workspace(), request),
                EvaluateStage.CODEC,
                EvaluateStage.first(),
                EvaluateCall::result,
                state -> verdict(state, read).map(EvaluateCall::judged));
    }

    private @Nullable Champion champion(Scene scene) {
        return endpoint == null
                ? null
                : new Champion(scene.findWorkspace(Scene.CHAMPION).orElseGet(scene::workspace), endpoint);
    }

    /** The verdict that a saved state stands for, if it has come so far. */
    public static Optional<Verdict> verdict(EvaluateState state, Gates gates) {
        return state instanceof EvaluateState.Measured measured
                ? Optional.of(gates.assess(measured.comparison()))
                : Optional.empty();
    }

    private static Judgement judged(Verdict verdict) {
        return new Judgement(Suite.of(verdict), Markdown.of(verdict));
    }

    private static Called.Result result(Verdict verdict) {
        boolean passes = verdict.decision().passes();
        Map<String, @Nullable Object> values = new LinkedHashMap<>(verdict.toJson());
        values.put("passed", passes);
        return new Called.Result(passes, values);
    }
}
