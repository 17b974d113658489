package io.jenkins.plugins.azml.scenarios.library;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.SuspendingStep;
import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.io.File;
import java.io.IOException;
import java.util.List;

/** {@code sh} on a machine that goes down under the first azml of a verb: that one has begun its work, and its end is lost. */
final class LosingShell extends SuspendingStep {
    private static final int GONE = -1;

    private final String verb;
    private int lost;

    LosingShell(String verb) {
        super(new StepCatalogue(List.of(), List.of()).find("sh").orElseThrow().signature());
        this.verb = verb;
    }

    @Override
    protected Object run(StepArguments arguments, StepContext context) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", arguments.text("script", ""))
                .directory(context.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"));
        shell.environment().putAll(context.environment());
        int status = shell.start().onExit().join().exitValue();
        return verb.equals(context.environment().get("AZML_ARGUMENT_0")) && ++lost == 1 ? GONE : status;
    }
}
