package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.console.Failures;
import io.jenkins.plugins.azml.runner.console.StepConsole;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Prints a failure that a step or the build puts up with. */
public final class Interruptions {
    private Interruptions() {}

    /** Prints an interruption: each cause once in a build, and what else is attached. */
    public static void print(FlowInterruptedException interruption, Build build, StepConsole console) {
        for (CauseOfInterruption cause : interruption.getCauses()) {
            if (build.firstSeen(cause)) {
                console.println(cause.getShortDescription());
            }
        }
        for (Throwable attached : interruption.getSuppressed()) {
            console.print(Failures.print(attached));
        }
    }

    /** Prints any failure in the form that fits it. */
    public static void print(Throwable failure, Build build, StepConsole console) {
        if (failure instanceof AbortException) {
            console.error(String.valueOf(failure.getMessage()));
        } else if (failure instanceof FlowInterruptedException interruption) {
            print(interruption, build, console);
        } else {
            console.print(Failures.print(failure));
        }
    }
}
