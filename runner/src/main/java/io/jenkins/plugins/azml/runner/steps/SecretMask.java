package io.jenkins.plugins.azml.runner.steps;

import io.jenkins.plugins.azml.runner.console.ConsoleFilter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Replaces secrets in a line, as they are and as Base64. */
final class SecretMask implements ConsoleFilter {
    private static final long serialVersionUID = 1L;
    private static final String MASK = "****";

    private final ArrayList<String> forms;

    SecretMask(List<String> secrets) {
        Set<String> all = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                all.add(secret);
                all.add(secret.replace("'", "'\\''"));
                all.addAll(encoded(secret));
            }
        }
        forms = new ArrayList<>(all);
        forms.sort(Comparator.comparingInt(String::length).reversed());
    }

    /** Encodes a secret at each of the three places that it can take in a Base64 text. */
    private static List<String> encoded(String secret) {
        List<String> encoded = new ArrayList<>();
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        encoded.add(Base64.getEncoder().encodeToString(bytes));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[bytes.length + offset];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int start = (offset * 8 + 5) / 6;
            int end = shifted.length * 8 / 6;
            if (end - start > 4) {
                encoded.add(text.substring(start, end));
            }
        }
        return encoded;
    }

    @Override
    public String apply(String line) {
        String masked = line;
        for (String form : forms) {
            masked = masked.replace(form, MASK);
        }
        return masked;
    }
}
