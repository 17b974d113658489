package io.jenkins.plugins.azml.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text behind the question mark. */
public final class Query {
    private Query() {}

    /**
     * The decoded parameters; of a repeated one the first.
     *
     * @throws ArmError 400 when the text is not percent-encoded
     */
    public static Map<String, String> parse(@Nullable String text) {
        Map<String, String> parameters = new HashMap<>();
        if (text == null) {
            return parameters;
        }
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw ArmError.badRequest("The query holds a '%' that is not followed by two hexadecimal digits.");
        }
    }
}
