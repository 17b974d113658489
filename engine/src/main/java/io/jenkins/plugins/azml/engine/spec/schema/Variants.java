package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping that is one of several tables, told apart by {@code type} or else by which keys are there. */
record Variants(String noun, List<Table> tables) implements Type {

    /** The values with the table that they were checked against. */
    record Chosen(Table table, Fields fields) {}

    static Variants of(String noun, Table... tables) {
        return new Variants(noun, List.of(tables));
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
        Optional<Node> type = type(mapping);
        List<Table> candidates =
                tables.stream().filter(table -> accepts(table, type)).toList();
        if (candidates.isEmpty()) {
            type.ifPresentOrElse(
                    value -> words().check(value, check),
                    () -> check.report(mapping.where(), noun + " needs the key 'type': " + words().expected()));
            return null;
        }
        return best(mapping, candidates, check);
    }

    /** The value of the key {@code type}, even if that is misspelt. */
    private static Optional<Node> type(Mapping mapping) {
        return mapping.get("type")
                .or(() -> mapping.entries().stream()
                        .filter(entry ->
                                Nearest.of(entry.name(), List.of("type")).isPresent())
                        .map(Mapping.Entry::value)
                        .findFirst());
    }

    private static boolean accepts(Table table, Optional<Node> type) {
        Optional<Key> key = table.key("type");
        if (key.isEmpty() || type.isEmpty()) {
            return type.isEmpty()
                    && key.filter(row -> row.use() == Key.Use.REQUIRED).isEmpty();
        }
        return !(key.get().type() instanceof Choice choice)
                || choice.word(type.get()).isPresent();
    }

    private Choice words() {
        List<String> words = new ArrayList<>();
        for (Table table : tables) {
            table.key("type").ifPresent(key -> {
                if (key.type() instanceof Choice choice) {
                    words.addAll(choice.wire().keySet());
                }
            });
        }
        return Choice.of(words.toArray(String[]::new));
    }

    private static Chosen best(Mapping mapping, List<Table> candidates, Check check) {
        record Trial(Table table, @Nullable Object fields, Check check) {}
        Trial best = candidates.stream()
                .map(table -> {
                    Check trial = check.trial();
                    return new Trial(table, table.check(mapping, trial), trial);
                })
                .min(Comparator.<Trial>comparingLong(trial -> strangers(trial.table(), mapping))
                        .thenComparingInt(trial -> trial.check().problems().size()))
                .orElseThrow();
        check.adopt(best.check());
        return new Chosen(best.table(), best.fields() instanceof Fields fields ? fields : new Fields(Map.of()));
    }

    /** The keys of all tables. */
    List<String> names() {
        return tables.stream()
                .flatMap(table -> table.names().stream())
                .distinct()
                .toList();
    }

    /** How many keys the table neither has nor almost has. */
    private static long strangers(Table table, Mapping mapping) {
        return mapping.names().stream()
                .filter(name -> Nearest.of(name, table.names()).isEmpty())
                .count();
    }

    @Override
    public @Nullable Object wire(Object value, Wiring wiring) {
        Chosen chosen = (Chosen) value;
        return chosen.table().body(chosen.fields(), wiring);
    }
}
