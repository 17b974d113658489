package io.jenkins.plugins.azml.engine.rest;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers for transports that are functions. */
public final class Answers {
    private Answers() {}

    public static Transport.Response of(int status, String text, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Transport.Response(
                status, new Headers(fields), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
