package io.jenkins.plugins.azml.runner.steps;

import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Closure;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.azml.runner.cps.BodyCallback;
import io.jenkins.plugins.azml.runner.cps.CpsBodyExecution;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.ArgumentBinder;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jspecify.annotations.Nullable;

/** {@code parallel}: runs branches side by side. */
final class ParallelStep implements Step {
    private static final String FAIL_FAST = "failFast";
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "parallel", "org.jenkinsci.plugins.workflow.cps.steps.ParallelStep")
            .optional(ArgumentBinder.ANY, Object.class);

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean isAlwaysBlock() {
        return true;
    }

    @Override
    public @Nullable StepExecution start(StepArguments arguments, StepContext context) {
        boolean failFast = false;
        Map<String, Closure<?>> branches = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> argument : arguments.all().entrySet()) {
            if (argument.getValue() instanceof Closure<?> branch) {
                branches.put(argument.getKey(), branch);
            } else if (argument.getKey().equals(FAIL_FAST) && argument.getValue() instanceof Boolean flag) {
                failFast = flag;
            } else {
                throw new IllegalArgumentException(
                        "Expected a closure or failFast but found " + argument.getKey() + "=" + argument.getValue());
            }
        }
        if (branches.isEmpty()) {
            context.console().println("No branches to run");
            context.succeed(Map.of());
            return null;
        }
        return launch(context, branches, failFast);
    }

    private static StepExecution launch(StepContext context, Map<String, Closure<?>> branches, boolean failFast) {
        Join join = new Join(failFast);
        branches.forEach((name, branch) -> {
            join.outcomes.put(name, null);
            join.bodies.add(context.newBody(branch).labelled("Branch: " + name).start(new Branch(join, name)));
        });
        return new BodyExecution(context);
    }

    /** The branches of one call and how they ended. */
    private static final class Join implements Serializable {
        private static final long serialVersionUID = 1L;

        private final boolean failFast;
        private final HashMap<String, @Nullable Outcome> outcomes = new HashMap<>();
        private final ArrayList<CpsBodyExecution> bodies = new ArrayList<>();
        private final ArrayList<Throwable> failures = new ArrayList<>();
        private boolean stopping;

        Join(boolean failFast) {
            this.failFast = failFast;
        }

        void ended(StepContext context, String name, Outcome outcome) {
            outcomes.put(name, outcome);
            if (outcomes.containsValue(null)) {
                if (outcome.isFailure() && failFast && !stopping) {
                    stopping = true;
                    stop(name);
                }
                return;
            }
            if (failures.isEmpty()) {
                context.succeed(values());
            } else {
                context.fail(first());
            }
        }

        private void stop(String name) {
            CauseOfInterruption cause = new CauseOfInterruption("Failed in branch " + name);
            FlowInterruptedException interruption = new FlowInterruptedException(Result.ABORTED, cause);
            bodies.forEach(body -> body.cancel(interruption));
        }

        private Map<String, @Nullable Object> values() {
            Map<String, @Nullable Object> values = new HashMap<>();
            outcomes.forEach((name, outcome) -> values.put(name, outcome == null ? null : outcome.getNormal()));
            return values;
        }

        private Throwable first() {
            List<Throwable> ordered = new ArrayList<>(failures);
            if (!failFast) {
                ordered.sort(java.util.Comparator.comparingInt(Join::weight));
            }
            Throwable first = ordered.get(0);
            for (Throwable other : ordered) {
                if (other != first) {
                    first.addSuppressed(other);
                }
            }
            return first;
        }

        private static int weight(Throwable failure) {
            if (failure instanceof FlowInterruptedException) {
                return 2;
            }
            return failure instanceof AbortException ? 1 : 0;
        }
    }

    /** The end of one branch. */
    private static final class Branch implements BodyCallback {
        private static final long serialVersionUID = 1L;

        private final Join join;
        private final String name;

        Branch(Join join, String name) {
            this.join = join;
            this.name = name;
        }

        @Override
        public void onSuccess(StepContext context, @Nullable Object value) {
            join.ended(context, name, new Outcome(value, null));
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            context.console().println("Failed in branch " + name);
            join.failures.add(failure);
            join.ended(context, name, new Outcome(null, failure));
        }
    }
}
