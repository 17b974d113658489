package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.Outcome;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.console.Console;
import org.jspecify.annotations.Nullable;

/** Writes the {@code [Pipeline]} lines, and tells the build of its stages. */
public final class NodeLog {
    private static final String PREFIX = "[Pipeline] ";

    private final Console console;
    private final Build build;

    NodeLog(Console console, Build build) {
        this.console = console;
        this.build = build;
    }

    public void programStarts() {
        console.println(PREFIX + "Start of Pipeline");
    }

    public void programEnds() {
        console.println(PREFIX + "End of Pipeline");
    }

    void stepStarts(StepContext context) {
        console.println(PREFIX + context.function());
        build.stages().stepStarts(context);
    }

    void stepEnds(StepContext context, Outcome outcome) {
        if (outcome.isFailure()) {
            ErrorId.mark(outcome.getAbnormal());
        }
        build.stages().stepEnds(context, outcome.getAbnormal());
        if (context.isBlock()) {
            console.println(PREFIX + "// " + context.function());
        }
    }

    void bodyStarts(CpsBodyExecution body) {
        console.println(PREFIX + (body.label() == null ? "{" : "{ (" + body.label() + ")"));
        build.stages().bodyStarts(body);
    }

    void bodyEnds(CpsBodyExecution body, @Nullable Throwable failure) {
        console.println(PREFIX + "}");
        build.stages().bodyEnds(body, failure);
    }
}
