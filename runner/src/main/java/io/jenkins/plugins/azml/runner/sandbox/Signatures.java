package io.jenkins.plugins.azml.runner.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of what a sandboxed script may call, read from {@code signatures.txt}. Immutable. */
final class Signatures {
    private static final String EVERY = "*";

    private final Map<String, Set<String>> allowed = new HashMap<>();
    private final Map<String, Set<String>> refused = new HashMap<>();

    private Signatures() {}

    static Signatures load() {
        Signatures signatures = new Signatures();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Signatures.class.getResourceAsStream("signatures.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(signatures::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return signatures;
    }

    private void add(String line) {
        String kind = line.substring(0, 1);
        int colon = line.indexOf(": ");
        String type = line.substring(2, colon);
        Set<String> names = Set.of(line.substring(colon + 2).split(" "));
        Map<String, Set<String>> table = kind.equals("-") ? refused : allowed;
        String key = kind.equals("-") ? type : kind + type;
        table.computeIfAbsent(key, absent -> new HashSet<>()).addAll(names);
    }

    boolean permits(Method method) {
        String type = method.getDeclaringClass().getName();
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return listed((isStatic ? "s" : "+") + type, method.getName())
                && !refused.getOrDefault(type, Set.of()).contains(method.getName() + types(method.getParameterTypes()));
    }

    boolean permits(Constructor<?> constructor) {
        return allowed.getOrDefault("n" + constructor.getDeclaringClass().getName(), Set.of())
                .contains(types(constructor.getParameterTypes()));
    }

    boolean permits(Field field) {
        return Modifier.isStatic(field.getModifiers())
                && listed("f" + field.getDeclaringClass().getName(), field.getName());
    }

    private boolean listed(String key, String name) {
        Set<String> names = allowed.getOrDefault(key, Set.of());
        return names.contains(name) || names.contains(EVERY);
    }

    private static String types(Class<?>[] types) {
        return Arrays.stream(types).map(Class::getSimpleName).collect(Collectors.joining(",", "(", ")"));
    }
}
