package io.jenkins.plugins.azml.emulator.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A job's command with its references: {@code ${{inputs.x}}}, {@code ${{outputs.y}}} and {@code $[[optional parts]]}. */
final class CommandTemplate {
    private static final Pattern OPTIONAL =
            Pattern.compile("\\$\\[\\[((?:(?!\\$\\[\\[).){0,2000}?)\\]\\]", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\{\\s*+([^${}]{1,200}?)\\s*+\\}\\}");

    private final String text;

    CommandTemplate(String text) {
        this.text = text;
    }

    /**
     * Puts the values in.
     *
     * @param values by reference, for example {@code inputs.x}
     * @throws JobFailure that names a reference without a value
     */
    String expand(Map<String, String> values) {
        String kept = OPTIONAL.matcher(text).replaceAll(part -> optional(part, values));
        return REFERENCE.matcher(kept).replaceAll(reference -> value(reference, values));
    }

    private static String optional(MatchResult part, Map<String, String> values) {
        boolean complete = REFERENCE
                .matcher(part.group(1))
                .results()
                .allMatch(reference -> values.containsKey(reference.group(1)));
        return complete ? Matcher.quoteReplacement(part.group(1)) : "";
    }

    private static String value(MatchResult reference, Map<String, String> values) {
        return Optional.ofNullable(values.get(reference.group(1)))
                .map(Matcher::quoteReplacement)
                .orElseThrow(() -> JobFailure.ofUser("the command refers to '" + reference.group(1)
                        + "', which is neither an input nor an output of the job"));
    }
}
