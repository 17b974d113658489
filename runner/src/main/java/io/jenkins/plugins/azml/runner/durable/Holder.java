package io.jenkins.plugins.azml.runner.durable;

import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.ForInLoopBlock;
import com.cloudbees.groovy.cps.impl.SourceLocation;
import groovy.lang.Binding;
import io.jenkins.plugins.azml.runner.script.ScriptLoader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A variable that holds an object of some class.
 *
 * @param variable what it is, in words; empty where no variable leads to the object
 * @param line the call under way in its method; null where that is the call that the program waits in
 */
record Holder(String variable, @Nullable SourceLocation line) {
    private static final String LOCALS = "locals";

    /**
     * Finds a variable in a part of a program.
     *
     * @param wanted the name of the class of what it holds
     * @param outside tells what is no part of the program
     */
    static Optional<Holder> search(Object root, String wanted, Predicate<Object> outside) {
        return new Search(wanted, outside).from(root);
    }

    /** An object on the way to what is wanted, and the innermost variable and call that lead to it. */
    private record Stop(Object object, Holder holder) {}

    private static final class Search {
        private final String wanted;
        private final Predicate<Object> outside;
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<Stop> ahead = new ArrayDeque<>();

        Search(String wanted, Predicate<Object> outside) {
            this.wanted = wanted;
            this.outside = outside;
        }

        Optional<Holder> from(Object root) {
            visit(root, new Holder("", null));
            while (!ahead.isEmpty()) {
                Stop stop = ahead.remove();
                if (stop.object().getClass().getName().equals(wanted)) {
                    return Optional.of(stop.holder());
                }
                expand(stop.object(), stop.holder());
            }
            return Optional.empty();
        }

        private void visit(@Nullable Object object, Holder holder) {
            if (object != null && !outside.test(object) && seen.add(object)) {
                Stop stop = new Stop(object, holder);
                // The scopes around come first: what follows them reaches the same variables without their lines.
                if (object instanceof Env) {
                    ahead.addFirst(stop);
                } else {
                    ahead.add(stop);
                }
            }
        }

        private void expand(Object object, Holder holder) {
            if (object instanceof Map<?, ?> map) {
                map.forEach((key, value) -> {
                    visit(key, holder);
                    visit(value, holder);
                });
            } else if (object instanceof Collection<?> elements) {
                elements.forEach(element -> visit(element, holder));
            } else if (object instanceof Object[] elements) {
                Arrays.stream(elements).forEach(element -> visit(element, holder));
            } else if (object instanceof Binding binding) {
                expandVariables(binding.getVariables(), holder);
            } else {
                expandFields(object, holder);
            }
        }

        private void expandVariables(Map<?, ?> variables, Holder holder) {
            variables.forEach((name, value) -> visit(value, holder.named("variable '" + name + "'")));
        }

        private void expandFields(Object object, Holder holder) {
            List<Field> fields = fields(object.getClass());
            Holder around = fields.stream()
                    .filter(field -> field.getType() == SourceLocation.class
                            && field.getName().equals("callSiteLoc"))
                    .map(field -> holder.at((SourceLocation) read(object, field)))
                    .findFirst()
                    .orElse(holder);
            for (Field field : fields) {
                if (field.getName().equals(LOCALS) && read(object, field) instanceof Map<?, ?> locals) {
                    expandVariables(locals, holder);
                } else {
                    visit(read(object, field), around.through(object, field));
                }
            }
        }

        private static List<Field> fields(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> at = type; at != null && !at.getName().startsWith("java."); at = at.getSuperclass()) {
                Arrays.stream(at.getDeclaredFields())
                        .filter(field ->
                                !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                        .forEach(fields::add);
            }
            return fields;
        }
    }

    private Holder named(String newVariable) {
        return new Holder(newVariable, line);
    }

    private Holder at(@Nullable SourceLocation newLine) {
        return newLine == null ? this : new Holder(variable, newLine);
    }

    private Holder through(Object object, Field field) {
        if (field.getDeclaringClass().getClassLoader() instanceof ScriptLoader) {
            return named("field '" + field.getName() + "'");
        }
        return field.getDeclaringClass().getEnclosingClass() == ForInLoopBlock.class
                        && field.getName().equals("itr")
                ? named("loop over '" + loopVariable(object) + "'")
                : this;
    }

    private static @Nullable Object loopVariable(Object continuation) {
        return valueOf(continuation, field -> field.getType() == ForInLoopBlock.class)
                .flatMap(loop -> valueOf(loop, field -> field.getName().equals("variable")))
                .orElse(null);
    }

    private static Optional<Object> valueOf(Object object, Predicate<Field> which) {
        return Arrays.stream(object.getClass().getDeclaredFields())
                .filter(which)
                .findFirst()
                .map(field -> read(object, field));
    }

    private static @Nullable Object read(Object object, Field field) {
        try {
            return field.trySetAccessible() ? field.get(object) : null;
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
