package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.console.ConsoleFilter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces secrets in a line: as they are, as shells quote them, and as Base64. */
final class SecretMask implements ConsoleFilter {
    private static final long serialVersionUID = 1L;
    private static final String MASK = "****";
    private static final int SHORTEST = 3;
    private static final Pattern QUOTES = Pattern.compile("'+");

    private final Pattern forms;

    SecretMask(List<String> secrets) {
        forms = Pattern.compile(secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .flatMap(secret -> forms(secret).stream())
                .filter(form -> form.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    private static Collection<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        String quoted = secret.replace("'", "'\\''");
        forms.add(secret);
        forms.add(quoted);
        forms.add("'" + quoted + "'");
        forms.add(QUOTES.matcher(secret).replaceAll("'\"$0\"'"));
        forms.add(secret.replaceAll("(\\\\)(\\\\?)", "$2"));
        forms.add(secret.replace("$", "$$"));
        for (String shift : List.of("", "a", "aa")) {
            addEncoded(forms, shift, secret, Base64.getEncoder());
            addEncoded(forms, shift, secret, Base64.getUrlEncoder());
        }
        return forms;
    }

    /** Adds the part of a Base64 text that a secret determines, wherever in the text it begins. */
    private static void addEncoded(Set<String> forms, String shift, String secret, Base64.Encoder encoder) {
        String encoded = encoder.encodeToString((shift + secret).getBytes(StandardCharsets.UTF_8))
                .substring(2 * shift.length());
        forms.add(encoded);
        int padding = encoded.length() - encoded.replaceAll("=+$", "").length();
        // The character before the padding depends on what follows.
        forms.add(padding == 0 ? encoded : encoded.substring(0, encoded.length() - padding - 1));
    }

    @Override
    public String apply(String line) {
        return forms.pattern().isEmpty() ? line : forms.matcher(line).replaceAll(Matcher.quoteReplacement(MASK));
    }
}
