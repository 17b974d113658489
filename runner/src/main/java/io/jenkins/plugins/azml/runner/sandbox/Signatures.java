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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of what a sandboxed script may call, read from {@code signatures.txt}. Immutable. */
final class Signatures {
    private static final String EVERY = "*";
    private static final Pattern SHORTENED = Pattern.compile("^(java\\.lang|java\\.util|groovy\\.lang)\\.(?=[A-Z])");

    private final Map<String, Set<String>> allowed = new HashMap<>();

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
        int colon = line.indexOf(": ");
        String key = line.charAt(0) + line.substring(2, colon);
        allowed.computeIfAbsent(key, absent -> new HashSet<>())
                .addAll(Set.of(line.substring(colon + 2).split(" ")));
    }

    boolean permits(Method method) {
        String key = (Modifier.isStatic(method.getModifiers()) ? "s" : "+")
                + method.getDeclaringClass().getName();
        return listed(key, method.getName()) || listed(key, method.getName() + types(method.getParameterTypes()));
    }

    boolean permits(Constructor<?> constructor) {
        return listed("n" + constructor.getDeclaringClass().getName(), types(constructor.getParameterTypes()));
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
        return Arrays.stream(types)
                .map(type -> SHORTENED.matcher(SignatureText.name(type)).replaceFirst(""))
                .collect(Collectors.joining(",", "(", ")"));
    }
}
