package io.jenkins.plugins.azml.engine.deploy;

import io.jenkins.plugins.azml.engine.azure.Endpoints;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.turn.Event;
import io.jenkins.plugins.azml.engine.turn.StageContext;
import io.jenkins.plugins.azml.engine.turn.Turn;
import io.jenkins.plugins.azml.engine.turn.Until;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows the log of a deployment that has failed and finds the line that says why. A log that cannot be read is no problem. */
record Explanation(Endpoints endpoints, DeploymentPlan plan, StageContext context) {
    private static final int LINES = 200;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_CAUSE = 300;
    private static final int MOST_TRIES = 3;
    private static final Pattern ERROR = Pattern.compile("(?:[\\w.]{0,100})(?:Error|Exception)(?::.{0,2000})?");

    Turn<DeployState, Deployed> turn(DeployState.Explaining state) {
        try {
            List<String> lines = lines();
            if (lines.isEmpty()) {
                context.say("its log cannot be shown: it is empty");
            }
            lines.forEach(line -> context.tell(new Event.LogLine(line)));
            return remove(
                    state,
                    cause(lines).map(cause -> because(state.problem(), cause)).orElse(state.problem()));
        } catch (Unsettled unsettled) {
            return state.tries() < MOST_TRIES ? again(state) : withoutLog(state, unsettled.problem());
        } catch (ProblemException refused) {
            return withoutLog(state, refused.problem());
        }
    }

    private List<String> lines() {
        return endpoints
                .logs(plan.endpoint(), plan.deployment(), LINES)
                .lines()
                .map(line -> Redaction.line(line, LONGEST_LINE))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The last line that reads like an exception's, else the last line. */
    private static Optional<String> cause(List<String> lines) {
        return lines.stream()
                .filter(line -> ERROR.matcher(line).matches())
                .reduce((first, second) -> second)
                .or(() -> lines.stream().reduce((first, second) -> second))
                .map(line -> Redaction.line(line, LONGEST_CAUSE));
    }

    private static Problem because(Problem problem, String cause) {
        return Problem.of(problem.code(), problem.what() + ": " + cause);
    }

    private Turn<DeployState, Deployed> again(DeployState.Explaining state) {
        return Turn.wait(
                new DeployState.Explaining(state.problem(), state.tries() + 1, state.lateUntil()),
                Until.elapsed(plan.limits().pace()));
    }

    private Turn<DeployState, Deployed> withoutLog(DeployState.Explaining state, Problem why) {
        context.say("its log cannot be shown: " + why.what());
        return remove(state, state.problem());
    }

    private Turn<DeployState, Deployed> remove(DeployState.Explaining state, Problem problem) {
        return Turn.next(DeployStage.removal(problem, context, state.lateUntil()));
    }
}
