package io.jenkins.plugins.azml.runner.build;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Environment variables with Jenkins' rules: names in any case, an empty override removes, {@code PATH+X} goes in front. */
public final class Variables {
    private final TreeMap<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Variables(Map<String, String> initial) {
        values.putAll(initial);
    }

    public void putAll(Map<String, String> more) {
        values.putAll(more);
    }

    public void overrideAll(Map<String, String> overrides) {
        overrides.forEach(this::override);
    }

    private void override(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            values.remove(name);
            return;
        }
        int plus = name.indexOf('+');
        if (plus <= 0) {
            values.put(name, value);
            return;
        }
        String base = name.substring(0, plus);
        String rest = values.get(base);
        values.put(base, rest == null ? value : value + java.io.File.pathSeparator + rest);
    }

    public Map<String, String> asMap() {
        return values;
    }
}
