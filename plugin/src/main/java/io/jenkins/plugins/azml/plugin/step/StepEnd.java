package io.jenkins.plugins.azml.plugin.step;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.azml.engine.logs.HarmlessText;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.ProblemKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/** How a step ends: once, by whatever comes first; an aborted one always with the cause of its abortion. */
final class StepEnd {
    private static final Logger LOGGER = Logger.getLogger(StepEnd.class.getName());

    private final StepContext context;
    private final Surroundings around;
    private final Order order;
    private final String run;
    private final Supplier<@Nullable Throwable> stopping;
    private boolean over;

    /** @param stopping why the step is being aborted, or null while it is not */
    StepEnd(StepContext context, Surroundings around, Order order, String run, Supplier<@Nullable Throwable> stopping) {
        this.context = context;
        this.around = around;
        this.order = order;
        this.run = run;
        this.stopping = stopping;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Whether nobody has ended the step before. */
    private synchronized boolean isFirst() {
        boolean first = !over;
        over = true;
        return first;
    }

    void done(String stage, boolean passed, Map<String, @Nullable Object> values) {
        Throwable cause = stopping.get();
        if (!isFirst()) {
            return;
        }
        if (cause != null) {
            context.onFailure(cause);
            return;
        }
        try {
            context.onSuccess(result(stage, passed, values));
        } catch (RuntimeException e) {
            // Nobody else would end the step.
            LOGGER.log(Level.WARNING, "run " + run, e);
            context.onFailure(e);
        }
    }

    private Map<String, @Nullable Object> result(String stage, boolean passed, Map<String, @Nullable Object> values) {
        if (!passed && order.propagates()) {
            unstable(HarmlessText.of(step(stage) + ": " + values.get("verdict") + ": " + values.get("reason")));
        }
        Map<String, @Nullable Object> result = about(stage, passed ? "done" : "gate");
        result.putAll(Plain.map(values));
        return result;
    }

    private void unstable(String why) {
        around.console().println("WARNING: " + why);
        around.get(FlowNode.class).addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(why));
        around.build().setResult(Result.UNSTABLE);
    }

    void failed(String stage, ProblemException failure) {
        Throwable cause = stopping.get();
        if (!isFirst()) {
            LOGGER.log(Level.FINE, "run {0} ended after its step: {1}", new Object[] {run, failure.getMessage()});
        } else if (cause != null) {
            around.lines()
                    .note(
                            isCancelled(failure)
                                    ? "run " + run + " is cancelled"
                                    : failure.problem().toString());
            context.onFailure(cause);
        } else if (isCancelled(failure) && order.cancels()) {
            context.onSuccess(about(stage, "cancelled"));
        } else {
            fail(stage, failure);
        }
    }

    /** The step that a line is about: whoever takes a run up speaks of the step that began it. */
    private String step(String stage) {
        return order.cancels() || stage.isEmpty()
                ? order.step()
                : "azml" + stage.substring(0, 1).toUpperCase(Locale.ROOT) + stage.substring(1);
    }

    private static boolean isCancelled(ProblemException failure) {
        return failure.problem().kind() == ProblemKind.CANCELLED;
    }

    private void fail(String stage, ProblemException failure) {
        if (failure.problems().size() > 1 || !order.propagates()) {
            around.lines().problems(failure.problems());
        }
        if (order.propagates()) {
            context.onFailure(Ending.of(failure, step(stage)));
            return;
        }
        Map<String, @Nullable Object> result = about(stage, "failed");
        result.put("code", failure.problem().code().name());
        result.put("problem", Ending.line(failure));
        context.onSuccess(result);
    }

    /** The remote work has not confirmed its end in time, which goes on in the background. */
    void givenUp(String stage, @Nullable ProblemException late) {
        Throwable cause = stopping.get();
        if ((cause == null && late == null) || !isFirst()) {
            return;
        }
        around.lines().note("run " + run + " is still being cancelled; this goes on in the background");
        if (cause != null) {
            context.onFailure(cause);
        } else if (late != null) {
            fail(stage, late);
        }
    }

    /** @param owner the build that has the run */
    void handedOver(Run<?, ?> owner) {
        if (isFirst()) {
            LinkedHashMap<String, @Nullable Object> handle = new LinkedHashMap<>();
            handle.put("run", run);
            handle.put("step", order.step());
            handle.put("arguments", HandleStep.arguments(owner, order));
            context.onSuccess(handle);
        }
    }

    private Map<String, @Nullable Object> about(String stage, String status) {
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("run", run);
        about.put("stage", stage);
        about.put("status", status);
        return about;
    }
}
