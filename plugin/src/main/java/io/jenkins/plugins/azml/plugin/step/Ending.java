package io.jenkins.plugins.azml.plugin.step;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.azml.engine.logs.HarmlessText;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.ProblemKind;
import io.jenkins.plugins.azml.plugin.run.Remedies;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** How a failure ends a step. */
final class Ending {
    private Ending() {}

    /** One line and no trace; a cancelled run ends its build as ABORTED. */
    static Exception of(ProblemException failure, String step) {
        Problem problem = failure.problem();
        if (problem.kind() == ProblemKind.CANCELLED) {
            return new FlowInterruptedException(Result.ABORTED, false, new CancelledElsewhere(problem.what()));
        }
        return new AbortException(step + ": " + line(failure));
    }

    /** Code, place, problem and fix in one line. */
    static String line(ProblemException failure) {
        Problem problem = failure.problem();
        int more = failure.problems().size() - 1;
        return problem.code() + ": " + HarmlessText.of(problem.toString())
                + (more > 0 ? " (and " + more + " more, above)" : "") + "; fix: " + Remedies.of(problem.code());
    }
}
