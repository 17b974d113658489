package io.jenkins.plugins.azml.scenarios.flows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What was asked for, of the command line or of the plugin's steps, in the same words: no run has a name in them. */
public final class Asked {
    /** The argument that is a file's name, and no option, on the command line. */
    private static final Map<String, String> FILES = Map.of(
            "setup", "folder",
            "train", "file",
            "evaluate", "gates",
            "register", "file",
            "deploy", "file",
            "test", "tests",
            "promote", "file");

    /** What is no word of the command line's, or names a run. */
    private static final List<String> UNSAID =
            List.of("run", "step", "arguments", "node", "timeout", "propagate", "credentialsId");

    private final List<String> calls = new ArrayList<>();

    /** Each as verb, files and options; a run that is looked at several times in a row is asked for once. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** The words after {@code azml}. */
    synchronized void words(List<String> words) {
        String verb = words.get(0);
        boolean namesRun = verb.equals("resume") || verb.equals("cancel");
        List<String> files = new ArrayList<>();
        List<String> options = new ArrayList<>();
        boolean onlyFiles = false;
        for (String word : words.subList(1, words.size())) {
            if (onlyFiles || !word.startsWith("--")) {
                files.add(word);
            } else if (word.equals("--")) {
                onlyFiles = true;
            } else if (!word.matches("--(run|result|wait-limit)=.*")) {
                options.add(word.substring(2));
            }
        }
        add(verb, namesRun ? List.of() : files, options);
    }

    /** A call of a step. */
    public synchronized void step(String function, Map<String, ?> arguments) {
        String verb = function.substring("azml".length()).toLowerCase(Locale.ROOT);
        List<String> files = new ArrayList<>();
        List<String> options = new ArrayList<>();
        arguments.forEach((name, value) -> {
            if (name.equals(FILES.get(verb))) {
                files.addAll(value instanceof Collection<?> several ? texts(several) : List.of(value.toString()));
            } else if (value != null && !UNSAID.contains(name)) {
                options.addAll(options(name, value));
            }
        });
        add(verb, files, options);
    }

    private void add(String verb, List<String> files, List<String> options) {
        String call = String.join(
                " ",
                Stream.of(
                                Stream.of(verb),
                                files.stream(),
                                options.stream().map(Asked::withoutRun).sorted())
                        .flatMap(part -> part)
                        .toList());
        boolean looksAgain = verb.equals("resume")
                && !calls.isEmpty()
                && calls.get(calls.size() - 1).equals(call);
        if (!looksAgain) {
            calls.add(call);
        }
    }

    private static String withoutRun(String option) {
        return option.replaceAll("^evaluation=.*", "evaluation=RUN");
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private static List<String> options(String name, Object value) {
        if (value instanceof Boolean flag) {
            return flag(name, flag);
        }
        if (value instanceof Map<?, ?> model && name.equals("model")) {
            return List.of("model=" + model.get("name") + ":" + model.get("version"));
        }
        String words = name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "=";
        return value instanceof Map<?, ?> values ? paths(words, values) : List.of(words + value);
    }

    private static List<String> flag(String name, boolean value) {
        if (name.equals("wait") || name.equals("logs")) {
            return value ? List.of() : List.of("no-" + name);
        }
        return value ? List.of(name) : List.of();
    }

    private static List<String> paths(String before, Map<?, ?> values) {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof Map<?, ?> inner
                        ? paths(before + entry.getKey() + ".", inner).stream()
                        : Stream.of(before + entry.getKey() + "=" + entry.getValue()))
                .toList();
    }
}
