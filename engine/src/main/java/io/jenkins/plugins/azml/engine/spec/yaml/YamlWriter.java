package io.jenkins.plugins.azml.engine.spec.yaml;

import java.time.temporal.TemporalAccessor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
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
        writer.node(root);
        writer.emitter.emit(new DocumentEndEvent(false));
        writer.emitter.emit(new StreamEndEvent());
        return writer.text.toString();
    }

    private void node(Node node) {
        if (node instanceof Mapping mapping) {
            mapping(mapping.entries());
        } else if (node instanceof Sequence sequence) {
            sequence(sequence.items());
        } else if (node instanceof Scalar scalar) {
            scalar(scalar.value());
        }
    }

    private void mapping(List<Mapping.Entry> entries) {
        emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(entries)));
        entries.stream().sorted(Comparator.comparing(Mapping.Entry::name)).forEach(entry -> {
            scalar(entry.key().value());
            node(entry.value());
        });
        emitter.emit(new MappingEndEvent());
    }

    private void sequence(List<Node> items) {
        emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(items)));
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
        return value instanceof TemporalAccessor ? value.toString().replace('T', ' ') : value.toString();
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
