package io.jenkins.plugins.azml.plugin.step;

import hudson.model.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;

/** A step that takes up a run by its handle. */
public abstract class HandleStep extends Step {
    private static final String BUILD = "build";
    private static final String NODE = "node";
    private static final String DOWNLOAD = "download";
    private static final String TIMEOUT = "timeout";
    private static final String JUNIT = "junit";
    private static final String MARKDOWN = "markdown";

    private final String run;
    private @Nullable String step;
    private @Nullable Map<String, ?> arguments;
    private boolean propagate = true;

    HandleStep(String run) {
        this.run = run;
    }

    /** Whether the run is to be ended, not seen through. */
    abstract boolean cancels();

    @Nullable
    String reportJunit() {
        return null;
    }

    @Nullable
    String reportMarkdown() {
        return null;
    }

    /**
     * What a handle keeps of the step that began the run.
     *
     * @param owner the build that has the run
     */
    static Map<String, @Nullable Object> arguments(Run<?, ?> owner, Order order) {
        LinkedHashMap<String, @Nullable Object> arguments = new LinkedHashMap<>();
        Order.Wishes wishes = order.wishes();
        arguments.put(BUILD, RunOwner.name(owner));
        put(arguments, NODE, wishes.node());
        put(arguments, DOWNLOAD, wishes.download());
        put(arguments, TIMEOUT, wishes.timeout() == null ? null : Given.text(wishes.timeout()));
        put(arguments, JUNIT, order.junit());
        put(arguments, MARKDOWN, order.markdown());
        return arguments;
    }

    private static void put(Map<String, @Nullable Object> arguments, String name, @Nullable String value) {
        if (value != null) {
            arguments.put(name, value);
        }
    }

    @Override
    public final StepExecution start(StepContext context) {
        return new StageStepExecution(context, getDescriptor().getFunctionName(), this::order);
    }

    private Order order() {
        String name = getDescriptor().getFunctionName();
        String timeout = kept(TIMEOUT);
        return new Order(
                name,
                "",
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                "{}",
                null,
                null,
                Given.needed(run, name, "run"),
                kept(BUILD),
                reportJunit() == null ? kept(JUNIT) : reportJunit(),
                reportMarkdown() == null ? kept(MARKDOWN) : reportMarkdown(),
                true,
                propagate,
                cancels(),
                new Order.Wishes(kept(NODE), kept(DOWNLOAD), timeout == null ? null : Given.time(timeout, TIMEOUT)));
    }

    private @Nullable String kept(String name) {
        Object value = arguments == null ? null : arguments.get(name);
        return value == null ? null : Given.orNull(value.toString());
    }

    public String getRun() {
        return run;
    }

    public @Nullable String getStep() {
        return step;
    }

    @DataBoundSetter
    public void setStep(@Nullable String step) {
        this.step = Given.orNull(step);
    }

    public @Nullable Map<String, ?> getArguments() {
        return arguments;
    }

    @DataBoundSetter
    public void setArguments(@Nullable Map<String, ?> arguments) {
        this.arguments = arguments;
    }

    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }
}
