package io.jenkins.plugins.azml.runner.steps;

import hudson.model.Result;
import io.jenkins.plugins.azml.runner.build.Approvals.Answer;
import io.jenkins.plugins.azml.runner.build.Approvals.Question;
import io.jenkins.plugins.azml.runner.build.ParameterDefinition;
import io.jenkins.plugins.azml.runner.cps.PipelineExecution;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Described;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jspecify.annotations.Nullable;

/** {@code input}: waits until someone approves or refuses. */
final class InputStep implements Step {
    private static final StepSignature SIGNATURE = StepSignature.of(
                    "input", "org.jenkinsci.plugins.workflow.support.steps.input.InputStep")
            .constructor("message", String.class)
            .optional("cancel", String.class)
            .optional("id", String.class)
            .optional("ok", String.class)
            .optional("parameters", List.class)
            .optional("submitter", String.class)
            .optional("submitterParameter", String.class);

    @Override
    public StepSignature signature() {
        return SIGNATURE;
    }

    @Override
    public StepExecution start(StepArguments arguments, StepContext context) {
        Execution execution = new Execution(context, arguments);
        execution.announce();
        execution.resume(false);
        return execution;
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final StepArguments arguments;

        Execution(StepContext context, StepArguments arguments) {
            super(context);
            this.arguments = arguments;
        }

        private String ok() {
            return arguments.text("ok", "Proceed");
        }

        private String message() {
            return arguments.text("message", "");
        }

        void announce() {
            if (definitions().isEmpty()) {
                context().console().println(message());
                context().console().println(ok() + " or " + arguments.text("cancel", "Abort"));
            } else {
                context().console().println("Input requested");
            }
        }

        private List<ParameterDefinition> definitions() {
            return arguments.list("parameters").stream()
                    .map(Described::of)
                    .map(ParameterDefinitions::of)
                    .toList();
        }

        @Override
        public void resume(boolean aloud) {
            Question question = new Question(context().id(), arguments.text("id", ""), message(), ok());
            PipelineExecution execution = context().execution();
            execution
                    .services()
                    .approvals()
                    .ask(
                            question,
                            (asked, answer) ->
                                    execution.toStep(asked.id(), waiting -> ((Execution) waiting).answered(answer)));
        }

        private void answered(Answer answer) {
            if (context().outcome() != null) {
                return;
            }
            if (answer instanceof Answer.Approved approved) {
                context().console().println("Approved by " + approved.by());
                context().succeed(value(approved));
            } else if (answer instanceof Answer.Refused refused) {
                CauseOfInterruption cause = new CauseOfInterruption("Rejected by " + refused.by());
                context().fail(new FlowInterruptedException(Result.ABORTED, cause));
            }
        }

        private @Nullable Object value(Answer.Approved approved) {
            Map<String, @Nullable Object> values = new HashMap<>();
            for (ParameterDefinition definition : definitions()) {
                Object given = approved.values().get(definition.name());
                values.put(
                        definition.name(),
                        given == null ? definition.defaultValue() : definition.value(given.toString()));
            }
            String submitter = arguments.text("submitterParameter");
            if (submitter != null && !submitter.isEmpty()) {
                values.put(submitter, approved.by());
            }
            return switch (values.size()) {
                case 0 -> null;
                case 1 -> values.values().iterator().next();
                default -> values;
            };
        }
    }
}
