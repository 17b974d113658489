package io.jenkins.plugins.azml.runner.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be written after a step's name.
 *
 * @param name the step's name in a Jenkinsfile
 * @param type the class that implements it in Jenkins, which its messages name
 * @param parameters in order, those of the constructor first
 * @param takesBody whether it runs a block
 * @param context what must surround it
 */
public record StepSignature(
        String name, String type, List<StepParameter> parameters, boolean takesBody, List<RequiredContext> context) {

    public StepSignature {
        parameters = List.copyOf(parameters);
        context = List.copyOf(context);
    }

    public static StepSignature of(String name, String type) {
        return new StepSignature(name, type, List.of(), false, List.of());
    }

    /** Adds a parameter of the step's constructor: alone, it may be given without its name. */
    public StepSignature constructor(String parameter, Class<?> of) {
        return with(new StepParameter(parameter, of, true));
    }

    /** Adds a parameter that may be left out. */
    public StepSignature optional(String parameter, Class<?> of) {
        return with(new StepParameter(parameter, of, false));
    }

    private StepSignature with(StepParameter parameter) {
        List<StepParameter> all = new ArrayList<>(parameters);
        all.add(parameter);
        return new StepSignature(name, type, all, takesBody, context);
    }

    public StepSignature body() {
        return new StepSignature(name, type, parameters, true, context);
    }

    public StepSignature needs(RequiredContext... required) {
        return new StepSignature(name, type, parameters, takesBody, List.of(required));
    }

    public Optional<StepParameter> parameter(String parameterName) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(parameterName))
                .findFirst();
    }

    /** Names the parameter that may be given without its name: the only one of the constructor. */
    public Optional<String> soleParameter() {
        List<StepParameter> required =
                parameters.stream().filter(StepParameter::constructor).toList();
        return required.size() == 1 ? Optional.of(required.get(0).name()) : Optional.empty();
    }

    /** Tells whether there is one parameter in all, so that a map is its value and not the named arguments. */
    public boolean singleParameterOnly() {
        return parameters.size() == 1 && parameters.get(0).constructor();
    }
}
