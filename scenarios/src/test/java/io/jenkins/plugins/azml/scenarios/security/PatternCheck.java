package io.jenkins.plugins.azml.scenarios.security;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tries every pattern that a class of ours keeps on texts of 100,000 characters. Names each before it is tried, so that
 * the last name in the output is the one that did not come to an end; names those that took more than 50 ms by the
 * thread's own clock.
 */
final class PatternCheck {
    private static final int LENGTH = 100_000;
    private static final long MOST_NANOS = 50_000_000;

    /** Beginnings, repetitions and ends that lead a pattern on for as long as may be. */
    private static final List<String> PIECES = List.of(
            "a",
            "A",
            "0",
            "1",
            " ",
            "\t",
            ".",
            "-",
            "_",
            ":",
            "/",
            "\\",
            "\"",
            "'",
            "@",
            "=",
            "<",
            "&",
            "{",
            "[",
            "(",
            "\n",
            "a.",
            "a-",
            "a/",
            "/a",
            "a:",
            "1:",
            "1_",
            "1.",
            "..",
            "a b",
            "$[[",
            "${{",
            "${{inputs.",
            "[ ",
            "eyJ.",
            "sig=",
            "\"key\":",
            "Bearer ",
            "azureml://",
            "/codes/a/versions/",
            "/data/a/versions/",
            "/environments/a/versions/",
            "subscriptions/",
            "a@",
            "#@",
            "GH-",
            "www",
            "://",
            "`",
            "<Code>",
            "Error",
            "aError:",
            "\u001b[",
            "\u202e",
            "\ud83d\ude00");

    private static final List<String> BEGINNINGS = List.of("", "azureml://datastores/", "https://");

    /** @param finds whether its class looks for it within a text, or matches whole texts alone */
    private record Use(Pattern pattern, boolean finds) {}

    private static final Set<String> FINDING =
            Set.of("find", "results", "replaceAll", "replaceFirst", "appendReplacement", "split", "lookingAt");

    private PatternCheck() {}

    public static void main(String... arguments) throws ReflectiveOperationException {
        boolean slow = false;
        Map<String, Use> patterns = patterns();
        for (Map.Entry<String, Use> each : patterns.entrySet()) {
            System.out.println(each.getKey() + " " + each.getValue().pattern());
            slow |= isSlow(each.getValue());
        }
        System.out.println(patterns.size() + " patterns");
        System.exit(slow ? 1 : 0);
    }

    private static boolean isSlow(Use pattern) {
        for (String beginning : BEGINNINGS) {
            for (String piece : PIECES) {
                if (isSlow(pattern, beginning, piece)) {
                    System.out.println("SLOW on " + beginning + "(" + piece + ")*");
                    return true;
                }
            }
        }
        return false;
    }

    /** Shorter first: what is slow there already need not be waited for. Once may be chance, three times are none. */
    private static boolean isSlow(Use pattern, String beginning, String piece) {
        for (int length : new int[] {LENGTH / 10, LENGTH}) {
            String text = beginning + piece.repeat(length / piece.length()) + "\u0001";
            if (isSlow(pattern, text) && isSlow(pattern, text) && isSlow(pattern, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSlow(Use pattern, String text) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Matcher matcher = pattern.pattern().matcher(text);
        boolean found = matcher.matches();
        matcher.reset();
        while (pattern.finds() && matcher.find()) {
            found = true;
        }
        long taken = threads.getCurrentThreadCpuTime() - start;
        // What was found counts for nothing, but has to be looked for.
        return taken > (found ? MOST_NANOS : MOST_NANOS - 1);
    }

    private static Map<String, Use> patterns() throws ReflectiveOperationException {
        Map<String, Use> patterns = new TreeMap<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.jenkins.plugins.azml")) {
            boolean finds = each.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().getPackageName().equals("java.util.regex"))
                    .anyMatch(call -> FINDING.contains(call.getName()));
            for (var field : each.getFields()) {
                if (field.getRawType().isEquivalentTo(Pattern.class)
                        && field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)) {
                    patterns.put(field.getFullName(), new Use(value(each.getName(), field.getName()), finds));
                }
            }
        }
        return patterns;
    }

    private static Pattern value(String owner, String name) throws ReflectiveOperationException {
        Field field = Class.forName(owner).getDeclaredField(name);
        if (!Modifier.isStatic(field.getModifiers())) {
            throw new IllegalStateException(field + " is not static");
        }
        field.setAccessible(true);
        return (Pattern) field.get(null);
    }
}
