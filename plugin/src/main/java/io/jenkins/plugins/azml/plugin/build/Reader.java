package io.jenkins.plugins.azml.plugin.build;

import io.jenkins.plugins.azml.engine.evaluate.EvaluateStage;
import io.jenkins.plugins.azml.engine.evaluate.EvaluateState;
import io.jenkins.plugins.azml.engine.gate.Comparison;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.plugin.run.BuildRuns;
import io.jenkins.plugins.azml.plugin.run.Outcome;
import java.util.List;
import java.util.Optional;

/** Reads from a build's folder what its stages came to. */
final class Reader {
    private final BuildRuns runs;

    Reader(BuildRuns runs) {
        this.runs = runs;
    }

    /** The stage as it stands; a file that cannot be read is told in its place. */
    StageReport read(StageEntry entry) {
        try {
            RunId run = new RunId(entry.getRun());
            Optional<Outcome> outcome = runs.outcome(run);
            return new StageReport(
                    entry,
                    outcome.map(ended -> JsonObject.read(ended.result())).orElseGet(JsonObject::empty),
                    outcome.map(Reader::problems).orElseGet(List::of),
                    entry.getStage().equals("evaluate") ? compared(run).orElse(null) : null);
        } catch (ProblemException e) {
            return unreadable(entry, e.problem().code() + ": " + e.problem());
        } catch (JsonException e) {
            return unreadable(entry, ProblemCode.STATE_UNREADABLE + ": " + e.getMessage());
        }
    }

    private static StageReport unreadable(StageEntry entry, String problem) {
        return new StageReport(entry, JsonObject.empty(), List.of(problem), null);
    }

    private static List<String> problems(Outcome outcome) {
        return outcome.problems().stream()
                .map(problem -> problem.code() + ": " + problem)
                .toList();
    }

    private Optional<Comparison> compared(RunId run) {
        return runs.state(run)
                .map(EvaluateStage.CODEC::open)
                .flatMap(state -> state instanceof EvaluateState.Measured measured
                        ? Optional.of(measured.comparison())
                        : Optional.empty());
    }
}
