package io.jenkins.plugins.azml.runner.golden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes consoles comparable: what differs from run to run gets a name. A recorded console comes out as it went in. */
final class Normaliser {
    private static final Pattern GIT = Pattern.compile(
            "^(?: > git |using credential|Cloning|Fetching upstream|Fetching without|Checking out|Commit message"
                    + "|First time build|The recommended git tool|No credentials specified|Selected Git installation"
                    + "|Fetching changes from|Creating git repository|Using shallow|Avoid second fetch|Honoring refspec"
                    + "|Cleaning workspace)");
    private static final Pattern FRAME = Pattern.compile("^\\s+at ");
    private static final Pattern OWN_FRAME = Pattern.compile("^\\s+at (WorkflowScript|Script\\d+"
            + "|[\\w.]+\\.(call|run|[a-z]\\w*)\\((\\w+\\.groovy|WorkflowScript|Script\\d+\\.groovy):\\d+\\))");
    private static final Pattern HOST_FRAME =
            Pattern.compile("at (org\\.(codehaus|jenkinsci|kohsuke)|com\\.|java|hudson|jenkins|groovy|sun|jdk)");
    private static final Pattern DURATION = Pattern.compile("\\b\\d+(\\.\\d+)? (ms|sec)\\b(?! and counting)");
    private static final List<String> STATED =
            List.of("Sleeping for", "expire in", "Will try again after", "Timeout set");
    private static final Map<Pattern, String> NAMES = names();

    private final Map<String, String> replacements;

    /** @param replacements texts of this machine and what stands for each */
    Normaliser(Map<String, String> replacements) {
        this.replacements = Map.copyOf(replacements);
    }

    private static Map<Pattern, String> names() {
        Map<Pattern, String> names = new LinkedHashMap<>();
        names.put(Pattern.compile("caches/git-[0-9a-f]{32}"), "caches/git-<ID>");
        names.put(Pattern.compile("(@libs/)[0-9a-f]{64}"), "$1<ID>");
        names.put(Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b"), "<UUID>");
        names.put(Pattern.compile("durable-[0-9a-f]{8}"), "durable-<ID>");
        names.put(Pattern.compile("\\b[0-9a-f]{40}\\b"), "<SHA>");
        names.put(Pattern.compile("(?<=[\\w\\]>$);])@[0-9a-f]{5,8}\\b"), "@<ID>");
        names.put(Pattern.compile("\\[?\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z\\]?"), "[<TIME>]");
        names.put(Pattern.compile("secretFiles/[^ /'\"\n]+"), "secretFiles/<ID>");
        names.put(Pattern.compile("ssh-key-K\\S*"), "ssh-key-<ID>");
        names.put(Pattern.compile("Ready to run at .*"), "Ready to run at <TIME>");
        names.put(
                Pattern.compile("Resuming build at .* after Jenkins restart"),
                "Resuming build at <TIME> after Jenkins restart");
        names.put(Pattern.compile("(\\+ kill -9 )\\d+"), "$1<PID>");
        names.put(
                Pattern.compile("(?m)^(\\S*script\\.sh(\\.copy)?: line \\d+:) +\\d+ (Killed|Terminated)"),
                "$1 <PID> $3");
        names.put(Pattern.compile("lambda\\$\\d+"), "lambda\\$<ID>");
        names.put(Pattern.compile("CpsClosure2\\$\\$Lambda\\S*"), "CpsClosure2\\$\\$Lambda<ID>");
        names.put(Pattern.compile("(No such DSL method '[^']*' found among steps \\[)[^\n]*"), "$1<STEPS>");
        return names;
    }

    String normalise(String console) {
        String text = console.replace("\r", "");
        List<String> literals = new ArrayList<>(replacements.keySet());
        literals.sort(Comparator.comparingInt(String::length).reversed());
        for (String literal : literals) {
            text = text.replace(literal, replacements.get(literal));
        }
        for (Map.Entry<Pattern, String> name : NAMES.entrySet()) {
            text = name.getKey().matcher(text).replaceAll(name.getValue());
        }
        return lines(durations(text));
    }

    private static String durations(String text) {
        Matcher matcher = DURATION.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String before = text.substring(Math.max(0, matcher.start() - 45), matcher.start());
            boolean stated = STATED.stream().anyMatch(before::contains);
            matcher.appendReplacement(result, Matcher.quoteReplacement(stated ? matcher.group() : "<DURATION>"));
        }
        return matcher.appendTail(result).toString();
    }

    private static String lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.equals("<GIT>") || GIT.matcher(line).find()) {
                if (lines.isEmpty() || !lines.get(lines.size() - 1).equals("<GIT>")) {
                    lines.add("<GIT>");
                }
            } else if (FRAME.matcher(line).find()) {
                if (OWN_FRAME.matcher(line).find() && !HOST_FRAME.matcher(line).find()) {
                    lines.add(line);
                }
            } else if (!line.matches("\\s+\\.\\.\\. \\d+ more.*")) {
                lines.add(line.stripTrailing());
            }
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }
}
