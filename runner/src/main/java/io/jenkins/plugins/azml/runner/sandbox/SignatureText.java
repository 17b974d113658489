package io.jenkins.plugins.azml.runner.sandbox;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes members as an administrator approves them: {@code staticMethod java.lang.System exit int}. */
final class SignatureText {
    private SignatureText() {}

    static String signature(Method method) {
        return (Modifier.isStatic(method.getModifiers()) ? "staticMethod " : "method ")
                + name(method.getDeclaringClass()) + " " + method.getName() + types(method.getParameterTypes());
    }

    static String signature(Field field) {
        return (Modifier.isStatic(field.getModifiers()) ? "staticField " : "field ") + name(field.getDeclaringClass())
                + " " + field.getName();
    }

    static String types(Class<?>[] types) {
        return Arrays.stream(types).map(type -> " " + name(type)).collect(Collectors.joining());
    }

    static String names(@Nullable Object[] arguments) {
        return Arrays.stream(arguments).map(argument -> " " + name(argument)).collect(Collectors.joining());
    }

    /** The class of a value. */
    static String name(@Nullable Object value) {
        return value == null ? "null" : name(value.getClass());
    }

    static String name(Class<?> type) {
        return type.isArray() ? name(type.getComponentType()) + "[]" : type.getName();
    }
}
