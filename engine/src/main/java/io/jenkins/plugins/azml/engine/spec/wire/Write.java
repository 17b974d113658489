package io.jenkins.plugins.azml.engine.spec.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request that changes something. Every one is a PUT that may be repeated.
 *
 * @param path the resource's ARM id
 * @param body as plain JSON values
 */
public record Write(String method, String path, Map<String, @Nullable Object> body) {

    public static Write put(String path, Map<String, @Nullable Object> body) {
        return new Write("PUT", path, body);
    }

    /** As {@code azml render} prints it. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("method", method);
        json.put("path", path);
        json.put("body", body);
        return json;
    }
}
