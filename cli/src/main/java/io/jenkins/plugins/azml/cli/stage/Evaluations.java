package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.run.RunRecord;
import io.jenkins.plugins.azml.cli.run.Runs;
import io.jenkins.plugins.azml.engine.call.EvaluateCall;
import io.jenkins.plugins.azml.engine.call.RegisterCall;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateStage;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateState;
import io.jenkins.plugins.azml.engine.gate.Gates;
import io.jenkins.plugins.azml.engine.gate.GatesFile;
import io.jenkins.plugins.azml.engine.gate.Verdict;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What earlier evaluations of this folder have found: a verdict is read where it was saved, never typed. */
final class Evaluations {
    private final Azml azml;

    Evaluations(Azml azml) {
        this.azml = azml;
    }

    RegisterCall register(RunId evaluation, Path file, @Nullable String job, String path) {
        Runs.Saved saved = azml.runs().find(evaluation);
        RunRecord record = saved.record();
        if (!record.stage().equals("evaluate")) {
            throw refuse("run '" + evaluation + "' is of stage " + record.stage() + ", not of evaluate");
        }
        String judged = String.valueOf(record.arguments().get("job"));
        if (job != null && !job.equals(judged)) {
            throw refuse("run '" + evaluation + "' judged job '" + judged + "', not '" + job + "'");
        }
        Verdict verdict = verdict(saved)
                .orElseThrow(() -> refuse("run '" + evaluation + "' has not come to a verdict; resume it first"));
        return new RegisterCall(
                file.toString(), judged, path, verdict.decision().word());
    }

    private Optional<Verdict> verdict(Runs.Saved saved) {
        Optional<EvaluateState> state = saved.state().map(EvaluateStage.CODEC::open);
        String file = String.valueOf(saved.record().arguments().get("gates"));
        Gates gates = GatesFile.read(YamlReader.read(azml.runs().text(saved.record(), file), file));
        return state.flatMap(reached -> EvaluateCall.verdict(reached, gates));
    }

    private static ProblemException refuse(String what) {
        return Problem.of(ProblemCode.INVALID_ARGUMENT, what).asException();
    }
}
