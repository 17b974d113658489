package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.Where;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that replace what a file says: {@code inputs.alpha=0.1}. Each is text; the type that its key has in the table
 * decides what it means. Applied before the file is checked, so that a wrong one is found like a wrong line.
 */
public record Overrides(Map<String, String> values) {
    private static final Overrides NONE = new Overrides(Map.of());

    public Overrides {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Overrides none() {
        return NONE;
    }

    /**
     * The mapping with every value set.
     *
     * @throws ProblemException {@code INVALID_ARGUMENT} for a path that leads through something that is no mapping
     */
    Mapping applyTo(Mapping file) {
        Mapping changed = file;
        for (Map.Entry<String, String> override : values.entrySet()) {
            Where place = Where.of("--set " + override.getKey());
            List<String> path = List.of(override.getKey().split("\\.", -1));
            if (path.contains("")) {
                throw refuse(place, "'" + override.getKey() + "' is no path of keys, such as 'inputs.alpha'");
            }
            changed = set(changed, path, Scalar.text(place, override.getValue()));
        }
        return changed;
    }

    private static Mapping set(Mapping mapping, List<String> path, Scalar value) {
        String name = path.get(0);
        Optional<Mapping.Entry> there = mapping.entry(name);
        Scalar key = there.map(Mapping.Entry::key).orElse(Scalar.text(value.where(), name));
        Node changed = path.size() == 1
                ? value
                : set(child(there.map(Mapping.Entry::value), name, value.where()), path.subList(1, path.size()), value);
        List<Mapping.Entry> entries = new ArrayList<>(mapping.entries());
        Mapping.Entry entry = new Mapping.Entry(key, changed);
        there.ifPresentOrElse(old -> entries.set(entries.indexOf(old), entry), () -> entries.add(entry));
        return new Mapping(mapping.where(), entries);
    }

    private static Mapping child(Optional<Node> value, String name, Where place) {
        if (value.isEmpty() || (value.get() instanceof Scalar scalar && scalar.isNull())) {
            return new Mapping(place, List.of());
        }
        if (value.get() instanceof Mapping mapping) {
            return mapping;
        }
        throw refuse(
                place, "'" + name + "' is " + value.get().noun() + " in the file; there is nothing inside it to set");
    }

    private static ProblemException refuse(Where place, String what) {
        return Problem.at(place, ProblemCode.INVALID_ARGUMENT, what).asException();
    }
}
