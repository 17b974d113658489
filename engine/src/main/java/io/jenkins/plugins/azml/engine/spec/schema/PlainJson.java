package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.PythonTimes;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import io.jenkins.plugins.azml.engine.spec.yaml.Sequence;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree as plain JSON values; dates become text. */
public final class PlainJson {
    private PlainJson() {}

    public static @Nullable Object of(Node node) {
        if (node instanceof Mapping mapping) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> object.put(entry.name(), of(entry.value())));
            return object;
        }
        if (node instanceof Sequence sequence) {
            List<@Nullable Object> array = new ArrayList<>();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        Object value = ((Scalar) node).value();
        return value instanceof TemporalAccessor time ? PythonTimes.json(time) : value;
    }
}
