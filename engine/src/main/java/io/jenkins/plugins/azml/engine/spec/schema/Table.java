package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a mapping, what must hold between them, and what its body always has.
 *
 * @param noun what the mapping is, for a message: {@code a command job}
 */
public record Table(String noun, List<Key> keys, List<Rule> rules, Map<String, Object> constants, List<Finish> finishes)
        implements Type {

    /** What a body needs that no single key says. */
    interface Finish {
        void apply(Fields fields, Body body, Wiring wiring);
    }

    static Table of(String noun, Key... keys) {
        return new Table(noun, List.of(keys), List.of(), Map.of(), List.of());
    }

    Table with(Key... more) {
        List<Key> all = new ArrayList<>(keys);
        all.addAll(List.of(more));
        return new Table(noun, List.copyOf(all), rules, constants, finishes);
    }

    Table rule(Rule rule) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(rule);
        return new Table(noun, keys, List.copyOf(all), constants, finishes);
    }

    Table constant(String path, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(constants);
        all.put(path, value);
        return new Table(noun, keys, rules, all, finishes);
    }

    Table finish(Finish finish) {
        List<Finish> all = new ArrayList<>(finishes);
        all.add(finish);
        return new Table(noun, keys, rules, constants, List.copyOf(all));
    }

    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    Optional<Key> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    @Override
    public String expected() {
        return noun;
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (!(node instanceof Mapping mapping)) {
            return check.mismatch(node, this);
        }
        Check own = check.trial();
        Fields fields = values(mapping, own);
        missing(mapping, own);
        if (own.isClean()) {
            rules.forEach(rule -> rule.check(mapping, fields, own));
        }
        check.adopt(own);
        return fields;
    }

    private Fields values(Mapping mapping, Check check) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Mapping.Entry entry : mapping.entries()) {
            Optional<Key> key = key(entry.name());
            if (key.isEmpty()) {
                unknown(entry, check);
            } else if (key.get().use() != Key.Use.READ_ONLY) {
                Object value = key.get().type().check(entry.value(), check);
                if (value != null) {
                    values.put(entry.name(), value);
                }
            }
        }
        return new Fields(values);
    }

    private void unknown(Mapping.Entry entry, Check check) {
        String name = entry.name();
        check.report(
                entry.key().where(),
                noun + " has no key '" + name + "'",
                Nearest.of(name, names()).orElse(null));
    }

    /** A required key that is there under a misspelt name is reported once, as misspelt. */
    private void missing(Mapping mapping, Check check) {
        List<String> meant = mapping.names().stream()
                .filter(name -> key(name).isEmpty())
                .flatMap(name -> Nearest.of(name, names()).stream())
                .toList();
        for (Key key : keys) {
            boolean there = mapping.entry(key.name()).isPresent() || meant.contains(key.name());
            if (key.use() == Key.Use.REQUIRED && !there) {
                check.report(mapping.where(), noun + " needs the key '" + key.name() + "'");
            }
        }
    }

    @Override
    public @Nullable Object wire(Object value, Wiring wiring) {
        return body((Fields) value, wiring);
    }

    /** The body for checked values. */
    public Map<String, @Nullable Object> body(Fields fields, Wiring wiring) {
        Body body = new Body();
        for (Key key : keys) {
            if (key.wire() != null) {
                Object value = fields.values().get(key.name());
                body.set(
                        key.wire(), value == null ? key.otherwise() : key.type().wire(value, wiring));
            }
        }
        constants.forEach(body::set);
        finishes.forEach(finish -> finish.apply(fields, body, wiring));
        return body.json();
    }
}
