package io.jenkins.plugins.azml.engine.spec.yaml;

import java.time.temporal.TemporalAccessor;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Writes a tree as the official client does before it hashes and sends it: keys sorted, blocks, lines of 80 characters,
 * quotes only where YAML 1.1 needs them, other letters than ASCII escaped.
 */
public final class YamlWriter {
    private static final Pattern LINE_BREAK = Pattern.compile("[\n\u0085\u2028\u2029]");
    private static final ImplicitTuple PLAIN = new ImplicitTuple(true, false);
    private static final ImplicitTuple QUOTED = new ImplicitTuple(false, true);
    private static final ImplicitTuple EITHER = new ImplicitTuple(true, true);

    private final IdentityHashMap<Node, Anchor> anchors = new IdentityHashMap<>();
    private final Set<Anchor> anchored = new HashSet<>();
    private final Text text = new Text();
    private final Emitter emitter;

    private YamlWriter() {
        emitter = new Emitter(
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setUseUnicodeEncoding(false)
                        .build(),
                text);
    }

    public static String write(Node root) {
        YamlWriter writer = new YamlWriter();
        writer.emitter.emit(new StreamStartEvent());
        writer.emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        writer.anchor(root, Collections.newSetFromMap(new IdentityHashMap<>()));
        writer.node(root);
        writer.emitter.emit(new DocumentEndEvent(false));
        writer.emitter.emit(new StreamEndEvent());
        return writer.text.toString();
    }

    /** A list or mapping that an alias repeats is written once, under the number of its first repetition. */
    private void anchor(Node node, Set<Node> seen) {
        if (node instanceof Scalar) {
            return;
        }
        if (!seen.add(node)) {
            anchors.computeIfAbsent(node, repeated -> new Anchor("id%03d".formatted(anchors.size() + 1)));
        } else if (node instanceof Mapping mapping) {
            sorted(mapping).forEach(entry -> anchor(entry.value(), seen));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> anchor(item, seen));
        }
    }

    private void node(Node node) {
        Optional<Anchor> anchor = Optional.ofNullable(anchors.get(node));
        if (anchor.isPresent() && !anchored.add(anchor.get())) {
            emitter.emit(new AliasEvent(anchor));
        } else if (node instanceof Mapping mapping) {
            mapping(anchor, mapping);
        } else if (node instanceof Sequence sequence) {
            sequence(anchor, sequence.items());
        } else if (node instanceof Scalar scalar) {
            scalar(scalar.value());
        }
    }

    private static Stream<Mapping.Entry> sorted(Mapping mapping) {
        return mapping.entries().stream().sorted(Comparator.comparing(Mapping.Entry::name));
    }

    private void mapping(Optional<Anchor> anchor, Mapping mapping) {
        emitter.emit(new MappingStartEvent(anchor, Optional.empty(), true, style(mapping.entries())));
        sorted(mapping).forEach(entry -> {
            scalar(entry.key().value());
            node(entry.value());
        });
        emitter.emit(new MappingEndEvent());
    }

    private void sequence(Optional<Anchor> anchor, List<Node> items) {
        emitter.emit(new SequenceStartEvent(anchor, Optional.empty(), true, style(items)));
        items.forEach(this::node);
        emitter.emit(new SequenceEndEvent());
    }

    private static FlowStyle style(List<?> content) {
        return content.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private void scalar(@Nullable Object value) {
        String written = value instanceof String string ? string : literal(value);
        ImplicitTuple implicit = value instanceof String string ? textStyle(string) : PLAIN;
        emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), implicit, written, ScalarStyle.PLAIN));
    }

    private static ImplicitTuple textStyle(String string) {
        boolean special = string.equals("=")
                || string.equals("<<")
                || LINE_BREAK.matcher(string).find();
        return special || !meansText(string) ? QUOTED : EITHER;
    }

    private static boolean meansText(String string) {
        try {
            return PlainScalars.value(string) instanceof String;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Double number) {
            return decimal(number);
        }
        return value instanceof TemporalAccessor time ? PythonTimes.text(time) : value.toString();
    }

    private static String decimal(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
        }
        String text = PythonNumbers.text(value);
        return text.indexOf('.') < 0 ? text.replace("e", ".0e") : text;
    }

    private static final class Text implements StreamDataWriter {
        private static final Map<String, String> SHORT_ESCAPES =
                Map.of("\\x85", "\\N", "\\xa0", "\\_", "\\u2028", "\\L", "\\u2029", "\\P");
        private static final Pattern ESCAPE = Pattern.compile("\\\\[xuU][0-9a-f]{2,8}");

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(String more) {
            text.append(ESCAPE.matcher(more).matches() ? clientsEscape(more) : more);
        }

        /** The client's writer has short escapes for some characters, and the digits of the others in upper case. */
        private static String clientsEscape(String escape) {
            return SHORT_ESCAPES.getOrDefault(
                    escape, escape.substring(0, 2) + escape.substring(2).toUpperCase(Locale.ROOT));
        }

        @Override
        public void write(String more, int offset, int length) {
            text.append(more, offset, offset + length);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
