package io.jenkins.plugins.azml.scenarios.library;

import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepParameter;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A step of a plugin that is not here, or in place of one that is: keeps what it is called with, and gives what the test says. */
final class AnswerStep extends SynchronousStep {
    private final Function<Map<String, @Nullable Object>, @Nullable Object> answer;
    private final List<Map<String, @Nullable Object>> calls = new ArrayList<>();

    AnswerStep(String name, Function<Map<String, @Nullable Object>, @Nullable Object> answer, String... arguments) {
        super(signature(name, arguments));
        this.answer = answer;
    }

    private static StepSignature signature(String name, String... arguments) {
        List<StepParameter> parameters = Arrays.stream(arguments)
                .map(argument -> new StepParameter(argument, Object.class, arguments.length == 1))
                .toList();
        return new StepSignature(name, name, parameters, false, List.of());
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) {
        calls.add(arguments.all());
        return answer.apply(arguments.all());
    }

    List<Map<String, @Nullable Object>> calls() {
        return calls;
    }
}
