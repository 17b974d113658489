package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose keys are the user's.
 *
 * @param nulls whether a value may be left empty
 * @param anyKey whether a number or boolean may be a key
 * @param closed whether only the file itself may add a key, an override not
 */
record Dictionary(String noun, Type values, boolean nulls, boolean anyKey, boolean closed) implements Type {

    static Dictionary of(String noun, Type values) {
        return new Dictionary(noun, values, false, false, false);
    }

    Dictionary orNull() {
        return new Dictionary(noun, values, true, anyKey, closed);
    }

    Dictionary withAnyKey() {
        return new Dictionary(noun, values, nulls, true, closed);
    }

    Dictionary closedToOverrides() {
        return new Dictionary(noun, values, nulls, anyKey, true);
    }

    @Override
    public String expected() {
        return "a mapping of " + noun;
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (!(node instanceof Mapping mapping)) {
            return check.mismatch(node, this);
        }
        Map<String, @Nullable Object> checked = new LinkedHashMap<>();
        for (Mapping.Entry entry : mapping.entries()) {
            checkKey(entry.key(), mapping, check);
            checked.put(entry.name(), isNull(entry.value()) && nulls ? null : values.check(entry.value(), check));
        }
        return Collections.unmodifiableMap(checked);
    }

    private void checkKey(Scalar key, Mapping mapping, Check check) {
        if (!anyKey && !(key.value() instanceof String)) {
            check.report(
                    key.where(), "expected text as a name of " + noun + ", found " + key.noun() + "; put it in quotes");
        }
        if (closed && isFromOverride(key)) {
            List<String> names = mapping.entries().stream()
                    .map(Mapping.Entry::key)
                    .filter(other -> !isFromOverride(other))
                    .map(Scalar::text)
                    .toList();
            check.report(
                    key.where(),
                    "the file has no '" + key.text() + "' among its " + noun,
                    Nearest.of(key.text(), names).orElse(null));
        }
    }

    private static boolean isFromOverride(Scalar key) {
        return key.where().line() == 0;
    }

    private static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.isNull();
    }

    @Override
    public Object wire(Object value, Wiring wiring) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        ((Map<?, ?>) value)
                .forEach(
                        (name, member) -> body.put((String) name, member == null ? null : values.wire(member, wiring)));
        return body;
    }
}
