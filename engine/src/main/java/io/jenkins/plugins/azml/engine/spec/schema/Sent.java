package io.jenkins.plugins.azml.engine.spec.schema;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ways in which the official client changes a value before it sends it. */
final class Sent {
    private Sent() {}

    /** An empty text is not sent. */
    static @Nullable Object unlessEmpty(Object text) {
        return text.equals("") ? null : text;
    }

    /** An empty mapping is not sent. */
    static @Nullable Object unlessVoid(Object members) {
        return ((Map<?, ?>) members).isEmpty() ? null : members;
    }

    /** Members without a value are not sent. */
    static Object present(Object members) {
        Map<String, Object> present = new LinkedHashMap<>();
        ((Map<?, ?>) members).forEach((name, value) -> {
            if (value != null) {
                present.put((String) name, value);
            }
        });
        return present;
    }

    /** Deployments' names are lower case on the wire, and no traffic is not sent. */
    static Object asTraffic(Object percents) {
        Map<String, Object> traffic = new LinkedHashMap<>();
        ((Map<?, ?>) percents).forEach((deployment, percent) -> {
            if (percent instanceof Number number && number.longValue() != 0) {
                traffic.put(((String) deployment).toLowerCase(Locale.ROOT), percent);
            }
        });
        return traffic;
    }
}
