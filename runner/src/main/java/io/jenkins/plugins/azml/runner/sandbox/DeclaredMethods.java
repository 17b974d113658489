package io.jenkins.plugins.azml.runner.sandbox;

import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import groovyjarjarasm.asm.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The methods that a class declares, always in the same order: where two fit a call equally well, the first one names the
 * signature, and the order of reflection changes from process to process.
 */
final class DeclaredMethods {
    private static final ClassValue<List<Method>> ORDERED = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return ordered(type);
        }
    };

    private DeclaredMethods() {}

    static List<Method> of(Class<?> type) {
        return ORDERED.get(type);
    }

    private static List<Method> ordered(Class<?> type) {
        Comparator<Method> order = Comparator.comparing(Method::toString);
        if (type.getName().startsWith("org.codehaus.groovy.runtime.")) {
            Map<String, Integer> places = placesInClassFile(type);
            order = Comparator.comparing(
                    method -> places.getOrDefault(method.getName() + Type.getMethodDescriptor(method), 0));
        }
        return Arrays.stream(type.getDeclaredMethods()).sorted(order).toList();
    }

    private static Map<String, Integer> placesInClassFile(Class<?> type) {
        Map<String, Integer> places = new HashMap<>();
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(file), file)) {
            new ClassReader(bytes).accept(new Collector(places), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return places;
    }

    /** Numbers methods as they come. */
    private static final class Collector extends ClassVisitor {
        private final Map<String, Integer> places;

        Collector(Map<String, Integer> places) {
            super(Opcodes.ASM5);
            this.places = places;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            places.put(name + descriptor, places.size());
            return null;
        }
    }
}
