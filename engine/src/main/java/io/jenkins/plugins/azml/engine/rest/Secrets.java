package io.jenkins.plugins.azml.engine.rest;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a request carries and nobody may read, found again in what came back: whole or in pieces of at least 12
 * characters, plain, percent-encoded or in Base64. A service, or a proxy before it, may repeat a request in its answer.
 */
public final class Secrets {
    private static final int PIECE = 12;
    private static final int SHORTEST = 8;

    private final Set<String> pieces = new HashSet<>();

    private Secrets(Stream<String> secrets) {
        secrets.filter(secret -> secret.length() >= SHORTEST)
                .flatMap(Secrets::forms)
                .forEach(this::add);
    }

    public static Secrets of(String... secrets) {
        return new Secrets(Arrays.stream(secrets));
    }

    /** The token or key in a request's headers, and the signature in its address. */
    static Secrets of(Map<String, String> headers, URI url) {
        return new Secrets(Stream.concat(authorization(headers), signatures(url)));
    }

    private static Stream<String> authorization(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
                .map(header -> header.getValue().substring(header.getValue().indexOf(' ') + 1));
    }

    private static Stream<String> signatures(URI url) {
        String query = url.getRawQuery() == null ? "" : url.getRawQuery();
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.startsWith("sig=") || parameter.startsWith("s="))
                .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
                .flatMap(value -> Stream.of(value, decoded(value)));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** A text in Base64 looks different at each of three offsets in what was encoded with it. */
    private static Stream<String> forms(String secret) {
        Stream<String> plain = Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8));
        Stream<String> encoded = List.of("", "x", "xx").stream()
                .map(before -> Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString((before + secret).getBytes(StandardCharsets.UTF_8)))
                .flatMap(base64 -> Stream.of(base64, base64.replace('+', '-').replace('/', '_')));
        return Stream.concat(plain, encoded);
    }

    private void add(String form) {
        int length = Math.min(PIECE, form.length());
        for (int i = 0; i + length <= form.length(); i++) {
            pieces.add(form.substring(i, i + length));
        }
    }

    /** The text with asterisks where a secret stood. */
    public String hide(String text) {
        boolean[] hidden = new boolean[text.length()];
        for (int length = SHORTEST; length <= PIECE; length++) {
            mark(text, length, hidden);
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < hidden.length; i++) {
            if (!hidden[i]) {
                shown.append(text.charAt(i));
            } else if (i == 0 || !hidden[i - 1]) {
                shown.append("***");
            }
        }
        return shown.toString();
    }

    private void mark(String text, int length, boolean[] hidden) {
        for (int i = 0; i + length <= text.length(); i++) {
            if (pieces.contains(text.substring(i, i + length))) {
                Arrays.fill(hidden, i, i + length, true);
            }
        }
    }
}
