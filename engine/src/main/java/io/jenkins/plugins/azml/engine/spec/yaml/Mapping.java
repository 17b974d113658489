package io.jenkins.plugins.azml.engine.spec.yaml;

import io.jenkins.plugins.azml.engine.problem.Where;
import java.util.List;
import java.util.Optional;

/** Keys with their values, in the order of the file. */
public record Mapping(Where where, List<Entry> entries) implements Node {
    public Mapping {
        entries = List.copyOf(entries);
    }

    /** One key with its value. */
    public record Entry(Scalar key, Node value) {
        public String name() {
            return key.text();
        }
    }

    public Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    public Optional<Node> get(String name) {
        return entry(name).map(Entry::value);
    }

    /** The same without a key, if that has a value. */
    public Mapping without(String name) {
        return new Mapping(
                where,
                entries.stream()
                        .filter(entry -> !entry.name().equals(name) || isEmpty(entry.value()))
                        .toList());
    }

    private static boolean isEmpty(Node value) {
        return value instanceof Scalar scalar && scalar.isNull();
    }

    public List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    @Override
    public String noun() {
        return "a mapping";
    }
}
