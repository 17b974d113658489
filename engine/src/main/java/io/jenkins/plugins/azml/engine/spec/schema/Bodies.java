package io.jenkins.plugins.azml.engine.spec.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes to a finished body. */
final class Bodies {
    private Bodies() {}

    /** The same asset without a name of its own. */
    static Map<String, @Nullable Object> anonymous(Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        if (body.get("properties") instanceof Map<?, ?> members) {
            members.forEach((name, value) -> properties.put((String) name, value));
        }
        properties.put("isAnonymous", true);
        Map<String, @Nullable Object> anonymous = new LinkedHashMap<>(body);
        anonymous.put("properties", properties);
        return anonymous;
    }
}
