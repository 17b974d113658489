package io.jenkins.plugins.azml.plugin.step;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.plugin.run.Hosts;
import io.jenkins.plugins.azml.plugin.run.RunNames;
import java.util.Objects;
import java.util.function.Supplier;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;

/**
 * A step while it waits: a name, an order and nothing else. The run itself lies in the build's folder as the engine's
 * JSON; a thread is used for a turn at a time, and after a restart the saved state is taken up where it was.
 */
public final class StageStepExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    private final transient String step;
    private final transient @Nullable Supplier<Order> asked;

    private String order = "";
    private String run = "";
    private boolean hasFolder;
    private @Nullable Throwable stopping;

    private transient @Nullable StepSeat seat;

    /** @param step as Pipelines call it */
    StageStepExecution(StepContext context, String step, Supplier<Order> asked) {
        super(context);
        this.step = step;
        this.asked = asked;
    }

    @Override
    public boolean start() throws Exception {
        try {
            Order given = Objects.requireNonNull(asked).get();
            Surroundings around = new Surroundings(getContext());
            hasFolder = getContext().get(FilePath.class) != null;
            run = name(given, around).value();
            Admission.check(given.workspaces().values(), around.build());
            // Now, with the identity of the build: what follows is done by Jenkins itself.
            Run<?, ?> unused = RunOwner.find(given.build(), run, around.build());
            order = given.write();
        } catch (ProblemException e) {
            throw Ending.of(e, step);
        }
        Hosts.get().execute(() -> seat().begin());
        return false;
    }

    private static RunId name(Order given, Surroundings around) {
        return given.run() == null
                ? RunNames.of(around.build(), around.get(FlowNode.class).getId(), given.stage())
                : new RunId(given.run());
    }

    @Override
    public void onResume() {
        Hosts.get().execute(() -> seat().begin());
        if (stopping() != null) {
            Hosts.get().execute(() -> seat().cancel());
        }
    }

    @Override
    public void stop(Throwable cause) {
        synchronized (this) {
            stopping = cause;
        }
        ListenableFuture<Void> unused = getContext().saveState();
        Hosts.get().execute(this::cancel);
    }

    private void cancel() {
        new Surroundings(getContext()).lines().note("the build was aborted: cancelling run " + run);
        seat().cancel();
    }

    private synchronized @Nullable Throwable stopping() {
        return stopping;
    }

    private synchronized StepSeat seat() {
        StepSeat known = seat;
        if (known == null) {
            known = new StepSeat(getContext(), run, Order.read(order), hasFolder, this::stopping);
            seat = known;
        }
        return known;
    }

    @Override
    public String getStatus() {
        return order.isEmpty() ? "begins" : seat().status();
    }
}
