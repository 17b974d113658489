package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import io.jenkins.plugins.azml.runner.step.ArgumentBinder;
import io.jenkins.plugins.azml.runner.step.Described;
import io.jenkins.plugins.azml.runner.step.RequiredContext;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;
import org.jspecify.annotations.Nullable;

/** Calls steps by name: from what a script wrote to a value, or to a thread that waits. */
public final class StepCaller {
    private final PipelineExecution execution;

    StepCaller(PipelineExecution execution) {
        this.execution = execution;
    }

    /** Calls a step, or describes an argument of one. */
    public @Nullable Object call(String name, @Nullable Object given) {
        Optional<Step> step = execution.services().steps().find(name);
        if (step.isPresent()) {
            return call(step.get(), given);
        }
        if (execution.services().steps().isSymbol(name)) {
            CallArguments arguments = CallArguments.parse(given, false, Described.UNNAMED, false);
            return new Described(name, arguments.named(), arguments.interpolated());
        }
        throw new NoSuchMethodError(execution.services().steps().unknown(name));
    }

    private @Nullable Object call(Step step, @Nullable Object given) {
        StepSignature signature = step.signature();
        CallArguments arguments = CallArguments.parse(
                given, signature.takesBody(), signature.soleParameter().orElse(null), signature.singleParameterOnly());
        boolean block = signature.takesBody() && (arguments.body() != null || step.isAlwaysBlock());
        if (signature.takesBody() && !block && !step.bodyIsOptional()) {
            throw new IllegalStateException(signature.name() + " step must be called with a body");
        }
        return call(step, arguments, block || step.isAlwaysBlock());
    }

    private @Nullable Object call(Step step, CallArguments arguments, boolean block) {
        CpsThread thread = execution.current();
        StepContext context = new StepContext(
                execution, execution.group().nextId(), step.signature().name(), block, thread, arguments.body());
        execution.nodes().stepStarts(context);
        StepExecution started = start(step, arguments, context);
        if (started != null && context.outcome() == null) {
            thread.starts(started, context);
            Continuable.suspend(step.signature().name(), new Suspended(context));
        }
        Outcome outcome = context.outcome();
        if (outcome == null) {
            throw new IllegalStateException("the step " + context.function() + " ended without an outcome");
        }
        if (execution.savesEverywhere()) {
            thread.starts(null, context);
            Continuable.suspend(step.signature().name(), new Later(context));
        }
        execution.nodes().stepEnds(context, outcome);
        return replay(outcome);
    }

    private @Nullable StepExecution start(Step step, CallArguments arguments, StepContext context) {
        try {
            warnOfSecrets(context, arguments.interpolated());
            requireContext(step.signature(), context);
            StepArguments bound = new ArgumentBinder(step.signature()).bind(arguments.named(), step, context.console());
            return step.start(bound, context);
        } catch (Exception failure) {
            context.fail(failure);
            return null;
        }
    }

    private static void requireContext(StepSignature signature, StepContext context)
            throws MissingContextVariableException {
        for (RequiredContext required : signature.context()) {
            if (!context.block().hasNode()) {
                throw new MissingContextVariableException(required.type(), signature.name(), required.provider());
            }
        }
    }

    private static void warnOfSecrets(StepContext context, Set<String> interpolated) {
        Set<String> secrets = context.block().secrets();
        if (secrets.isEmpty() || interpolated.isEmpty()) {
            return;
        }
        Map<String, String> environment = context.environment();
        List<String> used = secrets.stream()
                .filter(name -> isUsed(environment.getOrDefault(name, ""), interpolated))
                .toList();
        if (!used.isEmpty()) {
            context.console()
                    .println("Warning: A secret was passed to \"" + context.function()
                            + "\" using Groovy String interpolation, which is insecure.");
            context.console().println("\t\t Affected argument(s) used the following variable(s): " + used);
            context.console().println("\t\t See https://jenkins.io/redirect/groovy-string-interpolation for details.");
        }
    }

    private static boolean isUsed(String secret, Set<String> interpolated) {
        return !secret.isEmpty() && interpolated.stream().anyMatch(text -> text.contains(secret));
    }

    private static @Nullable Object replay(Outcome outcome) {
        if (outcome.isFailure()) {
            throw sneaky(outcome.getAbnormal());
        }
        return outcome.getNormal();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }

    /** A thread waits for a step. */
    private record Suspended(StepContext context) implements ThreadTask {
        @Override
        public @Nullable Outcome begin(CpsThread thread) {
            if (context.startIsOver()) {
                return null;
            }
            Outcome outcome = context.outcome();
            context.execution().nodes().stepEnds(context, outcome == null ? new Outcome(null, null) : outcome);
            thread.endsStep();
            return outcome;
        }
    }

    /** A thread stops at a step that has ended already, so that it can be saved there. */
    private record Later(StepContext context) implements ThreadTask {
        @Override
        public @Nullable Outcome begin(CpsThread thread) {
            context.startIsOver();
            context.execution().postWhenQuiet(context);
            return null;
        }
    }
}
