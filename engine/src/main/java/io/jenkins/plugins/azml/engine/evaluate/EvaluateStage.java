package io.jenkins.plugins.azml.engine.evaluate;

import io.jenkins.plugins.azml.engine.azure.Jobs;
import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.azure.Tracking;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.gate.Comparison;
import io.jenkins.plugins.azml.engine.gate.Evaluation;
import io.jenkins.plugins.azml.engine.gate.Gate;
import io.jenkins.plugins.azml.engine.gate.Gates;
import io.jenkins.plugins.azml.engine.gate.Verdict;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges a completed job's metrics by gates, against the champion.
 *
 * <p>Metrics can appear a while after the job's end: a missing one is waited for, {@link #PATIENCE} at the most, and is
 * then judged as missing, which no gate passes.
 */
public final class EvaluateStage implements Stage<EvaluateState, Verdict> {
    public static final StateCodec<EvaluateState> CODEC = new StateCodec<>("evaluate", 1, EvaluateState.class);

    /** How long a missing metric is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofSeconds(5);

    private final Workspace workspace;
    private final Request request;

    /**
     * What is asked.
     *
     * @param job whose metrics are judged
     * @param champion whom they are compared with, or null for nobody
     * @param testInput the job's input that holds the test data: figures are comparable only on the same version of it
     */
    public record Request(String job, Gates gates, @Nullable Champion champion, String testInput) {}

    public EvaluateStage(Workspace workspace, Request request) {
        this.workspace = workspace;
        this.request = request;
    }

    public static EvaluateState first() {
        return new EvaluateState.Measuring(null);
    }

    @Override
    public Turn<EvaluateState, Verdict> advance(EvaluateState state, StageContext context) {
        if (state instanceof EvaluateState.Measured measured) {
            return Turn.done(state, request.gates().assess(measured.comparison()));
        }
        return measure((EvaluateState.Measuring) state, context);
    }

    @Override
    public Turn<EvaluateState, Verdict> cancel(EvaluateState state, StageContext context) {
        throw Problem.of(ProblemCode.CANCELLED, "the evaluation of job '" + request.job() + "' was cancelled")
                .asException();
    }

    private Turn<EvaluateState, Verdict> measure(EvaluateState.Measuring state, StageContext context) {
        Jobs.Job job = workspace.jobs().completed(request.job(), "evaluated");
        Map<String, Double> logged = workspace
                .tracking()
                .find(request.job())
                .map(Tracking.Run::metrics)
                .orElse(Map.of());
        Set<String> wanted = wanted();
        Instant since = Optional.ofNullable(state.since()).orElse(context.now());
        boolean expired = context.now().isAfter(since.plus(PATIENCE));
        if (!logged.keySet().containsAll(wanted) && !expired) {
            if (state.since() == null) {
                context.say(waiting(logged.keySet(), wanted));
            }
            return Turn.wait(new EvaluateState.Measuring(since), Until.elapsed(POLL));
        }
        return Turn.next(new EvaluateState.Measured(new Comparison(candidate(job, logged, wanted), champion(wanted))));
    }

    private String waiting(Set<String> logged, Set<String> wanted) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(logged);
        return "job '" + request.job() + "' has not logged " + String.join(", ", missing) + "; it has "
                + (logged.isEmpty() ? "no metric" : String.join(", ", new TreeSet<>(logged))) + "; waits up to "
                + PATIENCE.toSeconds() + " s";
    }

    private Set<String> wanted() {
        return request.gates().gates().stream().map(Gate::metric).collect(Collectors.toSet());
    }

    private Evaluation candidate(Jobs.Job job, Map<String, Double> logged, Set<String> wanted) {
        Map<String, Double> figures = new LinkedHashMap<>(logged);
        figures.keySet().retainAll(wanted);
        return new Evaluation(job.name(), null, job.tags().get(Tags.DATA + request.testInput()), figures);
    }

    private @Nullable Evaluation champion(Set<String> wanted) {
        Champion champion = request.champion();
        return champion == null
                ? null
                : champion.find(wanted, request.testInput()).orElse(null);
    }
}
