package io.jenkins.plugins.azml.plugin.step;

import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;

/** A step that takes up a run by its handle. */
public abstract class HandleStep extends Step {
    /** The key of a handle's arguments that says which build has the run. */
    static final String BUILD = "build";

    private final String run;
    private @Nullable String step;
    private @Nullable Map<String, ?> arguments;
    private @Nullable String junit;
    private @Nullable String markdown;
    private boolean propagate = true;

    HandleStep(String run) {
        this.run = run;
    }

    /** Whether the run is to be ended, not seen through. */
    abstract boolean cancels();

    @Override
    public final StepExecution start(StepContext context) {
        return new StageStepExecution(context, this::order);
    }

    private Order order() {
        String name = getDescriptor().getFunctionName();
        Object build = arguments == null ? null : arguments.get(BUILD);
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
                build == null ? null : String.valueOf(build),
                junit,
                markdown,
                true,
                propagate,
                cancels());
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

    public @Nullable String getJunit() {
        return junit;
    }

    @DataBoundSetter
    public void setJunit(@Nullable String junit) {
        this.junit = Given.orNull(junit);
    }

    public @Nullable String getMarkdown() {
        return markdown;
    }

    @DataBoundSetter
    public void setMarkdown(@Nullable String markdown) {
        this.markdown = Given.orNull(markdown);
    }

    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }
}
