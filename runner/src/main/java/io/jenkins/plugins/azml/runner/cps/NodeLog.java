package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.Outcome;
import io.jenkins.plugins.azml.runner.build.Stages;
import io.jenkins.plugins.azml.runner.console.Console;
import org.jspecify.annotations.Nullable;

/** Writes the {@code [Pipeline]} lines, and tells the build of its stages. */
public final class NodeLog {
    private static final String PREFIX = "[Pipeline] ";

    private final Console console;
    private final Stages stages;

    NodeLog(Console console, Stages stages) {
        this.console = console;
        this.stages = stages;
    }

    public void programStarts() {
        console.println(PREFIX + "Start of Pipeline");
    }

    public void programEnds() {
        console.println(PREFIX + "End of Pipeline");
    }

    void stepStarts(StepContext context) {
        console.println(PREFIX + context.function());
    }

    void stepEnds(StepContext context, Outcome outcome) {
        if (outcome.isFailure()) {
            ErrorId.mark(outcome.getAbnormal());
        }
        if (context.isBlock()) {
            console.println(PREFIX + "// " + context.function());
        }
    }

    void bodyStarts(CpsBodyExecution body) {
        console.println(PREFIX + (body.label() == null ? "{" : "{ (" + body.label() + ")"));
        stages.bodyStarts(body);
    }

    void bodyEnds(CpsBodyExecution body, @Nullable Throwable failure) {
        console.println(PREFIX + "}");
        stages.bodyEnds(body, failure);
    }
}
