package io.jenkins.plugins.azml.runner.durable;

import io.jenkins.plugins.azml.runner.script.ScriptLoader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds static fields of scripts whose values a restart takes away: classes are made anew, and statics are not saved. */
final class LostStatics {
    private LostStatics() {}

    static List<String> between(ScriptLoader before, ScriptLoader after) {
        List<String> lost = new ArrayList<>();
        Set<String> names = new TreeSet<>(before.compiled().keySet());
        for (String name : names) {
            for (Field field : load(before, name).getDeclaredFields()) {
                if (isVariable(field)) {
                    compare(field, load(after, name), lost);
                }
            }
        }
        return lost;
    }

    private static Class<?> load(ScriptLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isVariable(Field field) {
        int modifiers = field.getModifiers();
        return Modifier.isStatic(modifiers)
                && !Modifier.isFinal(modifiers)
                && !field.isSynthetic()
                && !field.getName().contains("$")
                && !field.getName().startsWith("__");
    }

    private static void compare(Field field, Class<?> after, List<String> lost) {
        try {
            Object had = read(field);
            Object has = read(after.getDeclaredField(field.getName()));
            if (isPlain(had) && !Objects.equals(had, has)) {
                lost.add("the static field '" + field.getName() + "' of "
                        + field.getDeclaringClass().getSimpleName() + " is " + had + " and would be " + has
                        + " again after a restart: statics are not saved; keep it in an object that is passed on");
            }
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof List
                || value instanceof Set
                || value instanceof Map;
    }

    private static @Nullable Object read(Field field) {
        try {
            return field.trySetAccessible() ? field.get(null) : null;
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
