package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.ArgumentBinder;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import org.jspecify.annotations.Nullable;

/** A step that is not there and was allowed by name: it prints its call, runs its body if it has one, and goes on. */
final class AllowedStep implements Step {
    private final StepSignature signature;

    AllowedStep(String name) {
        signature = StepSignature.of(name, name)
                .constructor("value", Object.class)
                .optional(ArgumentBinder.ANY, Object.class)
                .body();
    }

    @Override
    public StepSignature signature() {
        return signature;
    }

    @Override
    public boolean bodyIsOptional() {
        return true;
    }

    @Override
    public @Nullable StepExecution start(StepArguments arguments, StepContext context) {
        context.console().println("(allowed, not run) " + signature.name() + " " + arguments.all());
        if (!context.hasBody()) {
            context.succeed(null);
            return null;
        }
        context.newBody().start(BodyCallback.forward());
        return new BodyExecution(context);
    }
}
