package org.jenkinsci.plugins.structs.describable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments of a class as its annotations say, like Jenkins' own; values are given as they are. */
public final class DescribableModel<T> {
    private final Class<T> type;

    private DescribableModel(Class<T> type) {
        this.type = type;
    }

    public static <T> DescribableModel<T> of(Class<T> type) {
        return new DescribableModel<>(type);
    }

    public Collection<DescribableParameter> getParameters() {
        List<DescribableParameter> parameters = new ArrayList<>();
        Arrays.stream(constructor().getParameters())
                .forEach(parameter -> parameters.add(new DescribableParameter(parameter.getName(), true)));
        setters().forEach(setter -> parameters.add(new DescribableParameter(name(setter), false)));
        return parameters;
    }

    public T instantiate(Map<String, ?> arguments) throws ReflectiveOperationException {
        try {
            T made = type.cast(constructor()
                    .newInstance(Arrays.stream(constructor().getParameters())
                            .map(parameter -> arguments.get(parameter.getName()))
                            .toArray()));
            for (Method setter : setters()) {
                if (arguments.containsKey(name(setter))) {
                    setter.invoke(made, as(setter.getParameterTypes()[0], arguments.get(name(setter))));
                }
            }
            return made;
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        }
    }

    private static Object as(Class<?> wanted, Object value) {
        if (wanted == String.class && value instanceof CharSequence) {
            return value.toString();
        }
        if (value != null && !wanted.isPrimitive() && !wanted.isInstance(value)) {
            throw new ClassCastException("expected " + wanted.getName() + " but received " + value.getClass());
        }
        return value;
    }

    private Constructor<?> constructor() {
        return Arrays.stream(type.getConstructors())
                .filter(each -> each.isAnnotationPresent(DataBoundConstructor.class))
                .findFirst()
                .orElseThrow();
    }

    private List<Method> setters() {
        return Arrays.stream(type.getMethods())
                .filter(each -> each.isAnnotationPresent(DataBoundSetter.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static String name(Method setter) {
        return setter.getName().substring(3, 4).toLowerCase(java.util.Locale.ROOT)
                + setter.getName().substring(4);
    }
}
