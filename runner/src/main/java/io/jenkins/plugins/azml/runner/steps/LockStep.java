package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.BodyInvoker;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code lock}: one branch of the build at a time runs its body. No other build is there to hold the lock. */
final class LockStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "lock", "org.jenkins.plugins.lockableresources.LockStep")
            .constructor("resource", String.class)
            .optional("extra", List.class)
            .optional("inversePrecedence", Boolean.class)
            .optional("label", String.class)
            .optional("priority", Integer.class)
            .optional("quantity", Integer.class)
            .optional("reason", String.class)
            .optional("resourceSelectStrategy", String.class)
            .optional("skipIfLocked", Boolean.class)
            .optional("variable", String.class)
            .body();

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public @Nullable StepExecution start(StepArguments arguments, StepContext context) {
        Execution execution = new Execution(context, resource(arguments), arguments.text("variable"));
        context.console().println("Trying to acquire lock on [" + execution.resource + "]");
        if (!execution.isTaken()) {
            execution.proceed();
        } else if (arguments.flag("skipIfLocked", false)) {
            context.console().println("[" + execution.resource + "] is locked, skipping execution...");
            context.succeed(null);
            return null;
        } else {
            context.console().println("[" + execution.resource + "] is locked, waiting...");
        }
        return execution;
    }

    private static String resource(StepArguments arguments) {
        String label = arguments.text("label");
        if (label == null) {
            return "Resource: " + arguments.text("resource");
        }
        long quantity = arguments.number("quantity", 0);
        return "Label: " + label + (quantity > 0 ? ", Quantity: " + quantity : "");
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final String resource;
        private final @Nullable String variable;
        private boolean holds;

        Execution(StepContext context, String resource, @Nullable String variable) {
            super(context);
            this.resource = resource;
            this.variable = variable;
        }

        boolean isTaken() {
            return others().stream().anyMatch(other -> other.holds);
        }

        private List<Execution> others() {
            return context().execution().running().stream()
                    .filter(Execution.class::isInstance)
                    .map(Execution.class::cast)
                    .filter(other -> other != this && other.resource.equals(resource))
                    .toList();
        }

        void proceed() {
            holds = true;
            context().console().println("Lock acquired on [" + resource + "]");
            BodyInvoker body = context().newBody();
            if (variable != null) {
                String name = resource.substring(resource.indexOf(' ') + 1);
                body.in(context().block().with(Map.of(variable, name, variable + "0", name)));
            }
            body.start(new Release(this));
        }

        private void release() {
            holds = false;
            context().console().println("Lock released on resource [" + resource + "]");
            others().stream().findFirst().ifPresent(Execution::proceed);
        }
    }

    /** Gives the lock to the one who has waited longest. */
    private static final class Release extends BodyCallback.Finally {
        private static final long serialVersionUID = 1L;

        private final Execution lock;

        Release(Execution lock) {
            this.lock = lock;
        }

        @Override
        protected void finished(StepContext context) {
            lock.release();
        }
    }
}
