package io.jenkins.plugins.azml.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every test of the library runs with the plugin's steps too, or says why not. */
class BindingsTest {
    private static final Path TESTS = Path.of("../scenarios/src/test/java/io/jenkins/plugins/azml/scenarios/library");

    @Test
    void every_test_of_the_library_runs_with_the_plugin_too_or_says_why_not() throws Exception {
        Map<String, String> reasons = new TreeMap<>();
        int both = 0;
        for (Class<?> each : classes()) {
            boolean runsTwice = runsTwice(each);
            for (Method test : tests(each)) {
                String name = each.getSimpleName() + "." + test.getName();
                String reason = runsTwice ? "" : reason(each, test).orElse("");
                print(name, runsTwice ? "both" : "command line", reason);
                both += runsTwice ? 1 : 0;
                if (!runsTwice) {
                    reasons.put(name, reason);
                }
            }
        }
        System.out.printf("library: %d tests run in both, %d by the command line alone%n", both, reasons.size());

        assertThat(both).isPositive();
        assertThat(reasons)
                .allSatisfy((test, reason) -> assertThat(reason).as(test).isNotBlank());
    }

    private static void print(String test, String bindings, String reason) {
        System.out.printf("library: %-110s %-12s %s%n", test, bindings, reason);
    }

    private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.list(TESTS)) {
            List<Class<?>> classes = new ArrayList<>();
            for (Path file : files.filter(BindingsTest::isClass).sorted().toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                Class<?> each = Class.forName(BindingsTest.class.getPackageName() + "." + name);
                if (!Modifier.isAbstract(each.getModifiers()) && !tests(each).isEmpty()) {
                    classes.add(each);
                }
            }
            return classes;
        }
    }

    private static boolean isClass(Path file) {
        return !file.endsWith("package-info.java");
    }

    private static List<Method> tests(Class<?> each) {
        return Arrays.stream(each.getDeclaredMethods())
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static boolean runsTwice(Class<?> scenario) {
        return Arrays.stream(LibraryByPluginScenario.class.getDeclaredClasses())
                .anyMatch(nested -> nested.getSuperclass() == scenario);
    }

    private static Optional<String> reason(Class<?> scenario, Method test) {
        return Stream.of(test.getAnnotation(CommandLineAlone.class), scenario.getAnnotation(CommandLineAlone.class))
                .filter(alone -> alone != null)
                .map(CommandLineAlone::value)
                .findFirst();
    }
}
