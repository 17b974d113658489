package io.jenkins.plugins.azml.runner.steps;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.console.StepConsole;
import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jspecify.annotations.Nullable;

/** Prints the failure of a body, sets results, and lets the step succeed. */
final class CatchingCallback implements BodyCallback {
    private static final long serialVersionUID = 1L;

    private final @Nullable String message;
    private final Result buildResult;
    private final Result stageResult;
    private final boolean catchInterruptions;

    CatchingCallback(@Nullable String message, Result buildResult, Result stageResult, boolean catchInterruptions) {
        this.message = message == null || message.isBlank() ? null : message.strip();
        this.buildResult = buildResult;
        this.stageResult = stageResult;
        this.catchInterruptions = catchInterruptions;
    }

    @Override
    public void onSuccess(StepContext context, @Nullable Object value) {
        context.succeed(null);
    }

    @Override
    public void onFailure(StepContext context, Throwable failure) {
        FlowInterruptedException interruption =
                failure instanceof FlowInterruptedException interrupted ? interrupted : null;
        if (!catchInterruptions && interruption != null && interruption.isActualInterruption()) {
            context.fail(failure);
            return;
        }
        StepConsole console = context.console();
        if (message != null) {
            console.error(message);
        }
        Interruptions.print(failure, context.build(), console);
        setBuildResult(interruption == null ? buildResult : interruption.getResult(), context.build(), console);
        Result forStage = interruption == null ? stageResult : interruption.getResult();
        if (forStage.isWorseThan(Result.SUCCESS)) {
            context.build().stages().warn(context, forStage);
        }
        context.succeed(null);
    }

    private static void setBuildResult(Result result, Build build, StepConsole console) {
        if (!result.isWorseThan(Result.SUCCESS)) {
            return;
        }
        Result before = build.result();
        if (before == null || result.isWorseThan(before)) {
            console.println("Setting overall build result to " + result);
        }
        build.setResult(result);
    }
}
