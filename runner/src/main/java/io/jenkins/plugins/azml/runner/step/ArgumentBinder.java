package io.jenkins.plugins.azml.runner.step;

import groovy.lang.GString;
import io.jenkins.plugins.azml.runner.console.StepConsole;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.codehaus.groovy.reflection.ReflectionCache;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.jspecify.annotations.Nullable;

/** Turns what was written after a step's name into the step's arguments, with the conversions and messages of Jenkins. */
public final class ArgumentBinder {
    /** The parameter that stands for all: a step with it takes any name. */
    public static final String ANY = "*";

    private final StepSignature signature;

    public ArgumentBinder(StepSignature signature) {
        this.signature = signature;
    }

    /**
     * Binds named arguments. Unknown ones are warned of and dropped.
     *
     * @throws IllegalArgumentException where a value does not fit, or where the step refuses it
     */
    public StepArguments bind(Map<String, @Nullable Object> named, Step step, StepConsole console) {
        if (signature.parameter(ANY).isPresent()) {
            return new StepArguments(named);
        }
        warnOfUnknown(named, console);
        try {
            Map<String, @Nullable Object> bound = new LinkedHashMap<>();
            for (StepParameter parameter : signature.parameters()) {
                if (named.containsKey(parameter.name())) {
                    Object value = named.get(parameter.name());
                    bound.put(parameter.name(), value == null ? null : coerce(parameter, value));
                }
            }
            StepArguments arguments = new StepArguments(bound);
            check(step, arguments);
            return arguments;
        } catch (Exception refused) {
            throw new IllegalArgumentException(
                    "Could not instantiate " + named + " for " + signature.type() + ": " + refused, refused);
        }
    }

    private void warnOfUnknown(Map<String, @Nullable Object> named, StepConsole console) {
        TreeSet<String> unknown = new TreeSet<>(named.keySet());
        signature.parameters().forEach(parameter -> unknown.remove(parameter.name()));
        if (!unknown.isEmpty()) {
            console.println("WARNING: Unknown parameter(s) found for class type '" + signature.type() + "': "
                    + String.join(",", unknown));
        }
    }

    private static void check(Step step, StepArguments arguments) throws InvocationTargetException {
        try {
            step.check(arguments);
        } catch (RuntimeException refused) {
            throw new InvocationTargetException(refused);
        }
    }

    private @Nullable Object coerce(StepParameter parameter, Object value) {
        Class<?> type = parameter.type();
        Object given = value instanceof GString ? value.toString() : value;
        if (List.class.isAssignableFrom(type)) {
            return coerceList(type, given);
        }
        if (type == Object.class || type.isInstance(given)) {
            return given;
        }
        if (given instanceof Map) {
            return coerceMap(type);
        }
        if (given instanceof String text) {
            Optional<Object> parsed = parse(parameter, text);
            if (parsed.isPresent()) {
                return parsed.get();
            }
        }
        if (given instanceof Number && Number.class.isAssignableFrom(type)) {
            return DefaultTypeTransformation.castToType(given, type);
        }
        throw new ClassCastException(name(parameter) + " expects " + type + " but received "
                + ReflectionCache.getCachedClass(given.getClass()).getTheClass());
    }

    private static Object coerceList(Class<?> type, Object given) {
        if (given instanceof List<?> list) {
            List<@Nullable Object> texts = new ArrayList<>();
            list.forEach(element -> texts.add(element instanceof GString ? element.toString() : element));
            return texts;
        }
        if (given instanceof Map) {
            throw new UnsupportedOperationException("must specify $class with an implementation of " + type);
        }
        throw new ClassCastException("expects " + type + " but received " + given.getClass());
    }

    private static Object coerceMap(Class<?> type) {
        if (type == String.class) {
            throw new NoConstructor("There's no @DataBoundConstructor on any constructor of " + type);
        }
        throw new UnsupportedOperationException("must specify $class with an implementation of " + type);
    }

    private Optional<Object> parse(StepParameter parameter, String text) {
        Class<?> type = parameter.type();
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return Optional.of(constant);
                }
            }
            throw new IllegalArgumentException("No enum constant " + type.getName() + "." + text);
        }
        if (type == Boolean.class) {
            return Optional.of(Boolean.valueOf(text));
        }
        return Number.class.isAssignableFrom(type) ? Optional.of(number(parameter, text)) : Optional.empty();
    }

    private Object number(StepParameter parameter, String text) {
        try {
            return parameter.type() == Long.class ? (Object) Long.valueOf(text) : (Object) Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw new ClassCastException(name(parameter) + " expects " + parameter.type()
                    + " but was unable to coerce the received value \"" + text + "\" to that type");
        }
    }

    private String name(StepParameter parameter) {
        return signature.type() + "." + parameter.name();
    }

    /** A map was given where Jenkins would need a class that it can make from named values. */
    private static final class NoConstructor extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoConstructor(String message) {
            super(message);
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString") // it shows under the name of another class
        public String toString() {
            return "org.kohsuke.stapler.NoStaplerConstructorException: " + getMessage();
        }
    }
}
