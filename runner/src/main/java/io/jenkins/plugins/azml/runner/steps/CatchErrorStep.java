package io.jenkins.plugins.azml.runner.steps;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;

/** {@code catchError}: goes on after a failure of its body, with results for the build and the stage. */
final class CatchErrorStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "catchError", "org.jenkinsci.plugins.workflow.steps.CatchErrorStep")
            .optional("buildResult", String.class)
            .optional("catchInterruptions", Boolean.class)
            .optional("message", String.class)
            .optional("stageResult", String.class)
            .body();

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public void check(StepArguments arguments) {
        checkResult("buildResult", arguments);
        checkResult("stageResult", arguments);
    }

    private static void checkResult(String name, StepArguments arguments) {
        String given = arguments.text(name);
        if (given != null && !given.equalsIgnoreCase(Result.fromString(given).toString())) {
            throw new IllegalArgumentException(name + " is invalid: " + given
                    + ". Valid options are SUCCESS, UNSTABLE, FAILURE, NOT_BUILT and ABORTED.");
        }
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) {
        context.newBody()
                .start(new CatchingCallback(
                        arguments.text("message"),
                        result(arguments, "buildResult", Result.FAILURE),
                        result(arguments, "stageResult", Result.SUCCESS),
                        arguments.flag("catchInterruptions", true)));
        return new BodyExecution(context);
    }

    private static Result result(StepArguments arguments, String name, Result fallback) {
        if (!arguments.has(name)) {
            return fallback;
        }
        return Result.fromString(arguments.text(name, "SUCCESS"));
    }
}
