package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.BodyInvoker;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.BlockStep;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.util.List;

/** {@code lock}: the lock is always free, since one build runs at a time. */
final class LockStep extends BlockStep {
    LockStep() {
        super(StepSignature.of("lock", "org.jenkins.plugins.lockableresources.LockStep")
                .constructor("resource", String.class)
                .optional("extra", List.class)
                .optional("inversePrecedence", Boolean.class)
                .optional("label", String.class)
                .optional("quantity", Integer.class)
                .optional("resourceSelectStrategy", String.class)
                .optional("skipIfLocked", Boolean.class)
                .optional("variable", String.class));
    }

    @Override
    protected BodyInvoker body(StepArguments arguments, StepContext context) {
        String what = arguments.has("resource")
                ? "Resource: " + arguments.text("resource")
                : "Label: " + arguments.text("label");
        context.console().println("Trying to acquire lock on [" + what + "]");
        context.console().println("Lock acquired on [" + what + "]");
        String variable = arguments.text("variable");
        return variable == null
                ? context.newBody()
                : context.newBody()
                        .in(context.block()
                                .with(java.util.Map.of(
                                        variable, arguments.text("resource", arguments.text("label", "")))));
    }
}
