package io.jenkins.plugins.azml.runner.sandbox;

import groovy.lang.Closure;
import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.codehaus.groovy.reflection.ReflectionCache;
import org.jspecify.annotations.Nullable;

/** Decides on each cast: Groovy may call methods or constructors for it, and those are looked at before. */
final class CastSandbox {
    private final Sandbox sandbox;

    CastSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void check(@Nullable Object value, Class<?> type) {
        if (value == null || isPlainCollection(type) || type.isInstance(value)) {
            return;
        }
        Class<?> target = ReflectionCache.autoboxType(type) == null ? type : ReflectionCache.autoboxType(type);
        if (type.isInterface()) {
            checkMethods(value, type);
        } else if (isAbstract(type) && (value instanceof Closure || value instanceof Map)) {
            checkConstructors(type);
        } else if (target == Boolean.class) {
            sandbox.checkCall(value, "asBoolean", new Object[0]);
        } else if (type == File.class && value instanceof CharSequence) {
            sandbox.checkNew(type, new Object[] {value.toString()});
        } else if (type.isArray()) {
            checkElements(value, type.getComponentType());
        } else if (isMade(target) && (value instanceof Collection || value instanceof Map)) {
            sandbox.checkNew(type, value instanceof Collection<?> list ? list.toArray() : new Object[] {value});
        }
    }

    private static boolean isPlainCollection(Class<?> type) {
        return Collection.class.isAssignableFrom(type) && type.getPackageName().equals("java.util");
    }

    private static boolean isAbstract(Class<?> type) {
        return Modifier.isAbstract(type.getModifiers()) && !Modifier.isFinal(type.getModifiers());
    }

    private static boolean isMade(Class<?> type) {
        return type != Object.class
                && type != String.class
                && type != Character.class
                && !Number.class.isAssignableFrom(type)
                && !isAbstract(type);
    }

    /** What becomes an interface could be called by each of its methods. */
    private void checkMethods(Object value, Class<?> type) {
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
                sandbox.checkCall(value, method.getName(), defaults(method.getParameterTypes()));
            }
        }
    }

    private static boolean isOfObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }

    private void checkConstructors(Class<?> type) {
        for (Constructor<?> constructor : type.getConstructors()) {
            sandbox.checkNew(type, defaults(constructor.getParameterTypes()));
        }
    }

    private void checkElements(Object value, Class<?> type) {
        Object[] elements = value instanceof Collection<?> list
                ? list.toArray()
                : value instanceof Object[] array ? array : new Object[0];
        if (!type.isPrimitive()) {
            Arrays.stream(elements).forEach(element -> check(element, type));
        }
    }

    private static @Nullable Object[] defaults(Class<?>[] types) {
        return Arrays.stream(types)
                .map(type -> Array.get(Array.newInstance(type, 1), 0))
                .toArray();
    }
}
