package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.build.ParameterDefinition;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.step.Described;
import io.jenkins.plugins.azml.runner.step.StepArguments;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.step.SynchronousStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code properties}: sets what the job asks for; the rest is noted and has no effect here. */
final class PropertiesStep extends SynchronousStep {
    PropertiesStep() {
        super(StepSignature.of("properties", "org.jenkinsci.plugins.workflow.multibranch.JobPropertyStep")
                .constructor("properties", List.class));
    }

    @Override
    protected @Nullable Object run(StepArguments arguments, StepContext context) {
        for (Object property : arguments.list("properties")) {
            if (property instanceof Described described && described.symbol().equals("parameters")) {
                context.build().job().defineParameters(definitions(described, context));
            }
        }
        return null;
    }

    private static List<ParameterDefinition> definitions(Described parameters, StepContext context) {
        List<ParameterDefinition> definitions = new ArrayList<>();
        Object list = parameters.sole("parameterDefinitions");
        for (Object each : list instanceof List<?> given ? given : List.of()) {
            Described described = Described.of(each);
            if (described.symbol().equals("password") && described.arguments().containsKey("defaultValue")) {
                context.console()
                        .println("WARNING: Unknown parameter(s) found for class type"
                                + " 'hudson.model.PasswordParameterDefinition': defaultValue");
            }
            definitions.add(ParameterDefinitions.of(described));
        }
        return definitions;
    }
}
