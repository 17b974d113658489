package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One of some words.
 *
 * @param wire the words in the file and what each is on the wire
 * @param spelling how a word is brought to the table's spelling before it is looked up
 */
record Choice(Map<String, Object> wire, UnaryOperator<String> spelling) implements Type {

    /** Words that are sent in lower case as they are, in the file in any case. */
    static Choice of(String... words) {
        Map<String, Object> wire = new LinkedHashMap<>();
        for (String word : words) {
            wire.put(word, word);
        }
        return new Choice(wire, word -> word.toLowerCase(Locale.ROOT));
    }

    /** Words in turn with what is sent for them. */
    static Choice sending(String... wordsAndWire) {
        Map<String, Object> wire = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndWire.length; i += 2) {
            wire.put(wordsAndWire[i], wordsAndWire[i + 1]);
        }
        return new Choice(wire, word -> word.toLowerCase(Locale.ROOT));
    }

    /** The same words; {@code SystemAssigned} in the file counts as {@code system_assigned}. */
    Choice orCamelCase() {
        return new Choice(wire, Choice::snakeCase);
    }

    private static String snakeCase(String word) {
        return word.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    Optional<String> word(@Nullable Node node) {
        return node instanceof Scalar scalar && scalar.value() instanceof String text
                ? Optional.of(spelling.apply(text)).filter(wire::containsKey)
                : Optional.empty();
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        Optional<String> word = word(node);
        if (word.isEmpty()) {
            String text = node instanceof Scalar scalar ? scalar.text() : "";
            check.report(
                    node.where(),
                    "expected " + expected() + ", found " + node.noun(),
                    Nearest.of(text, wire.keySet()).orElse(null));
        }
        return word.orElse(null);
    }

    @Override
    public String expected() {
        return wire.size() == 1
                ? "'" + wire.keySet().iterator().next() + "'"
                : "one of " + String.join(", ", wire.keySet());
    }

    @Override
    public @Nullable Object wire(Object value, Wiring wiring) {
        return wire.get((String) value);
    }
}
