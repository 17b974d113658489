package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code stage}: a named part of the build. */
final class StageStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "stage", "org.jenkinsci.plugins.workflow.support.steps.StageStep")
            .constructor("name", String.class)
            .optional("concurrency", Integer.class)
            .body();

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean bodyIsOptional() {
        return true;
    }

    @Override
    public void check(StepArguments arguments) {
        String name = arguments.text("name");
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("must specify name");
        }
    }

    @Override
    public @Nullable StepExecution start(StepArguments arguments, StepContext context) {
        if (!context.hasBody()) {
            context.console().println("Using the ‘stage’ step without a block argument is deprecated");
            context.succeed(null);
            return null;
        }
        String name = arguments.text("name", "");
        context.newBody()
                .in(context.block().with(Map.of("STAGE_NAME", name)))
                .labelled(name)
                .start(BodyCallback.forward());
        return new BodyExecution(context);
    }
}
