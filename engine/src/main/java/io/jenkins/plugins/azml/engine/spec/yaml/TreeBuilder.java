package io.jenkins.plugins.azml.engine.spec.yaml;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.Where;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree of one document from parser events, within bounds. */
final class TreeBuilder {
    private static final int DEEPEST = 50;
    private static final int MOST_NODES = 30_000;
    private static final int MOST_KEYS = 1_000;
    private static final int MOST_ALIASES = 50;
    private static final int MOST_NODES_BY_ALIAS = 10_000;
    private static final Set<String> VALUELESS = Set.of("=", "<<");
    private static final String STRING_TAG = "tag:yaml.org,2002:str";

    /** A node that an alias may repeat, and how many nodes that repeats. */
    private record Anchored(Node node, int nodes) {}

    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int depth;
    private int flows;
    private int nodes;
    private int aliases;
    private int nodesByAlias;

    TreeBuilder(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    Node document() {
        skip(Event.ID.StreamStart);
        Event start = events.next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            throw refuse(start, "the file is empty");
        }
        Node root = node(events.next());
        skip(Event.ID.DocumentEnd);
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw refuse(end, "the file holds more than one document; expected one");
        }
        return root;
    }

    private void skip(Event.ID id) {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw refuse(event, "not readable as YAML: unexpected " + event.getEventId());
        }
    }

    private Node node(Event event) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        if (++nodes > MOST_NODES) {
            throw refuse(event, "more than " + MOST_NODES + " keys and values");
        }
        if (event instanceof ScalarEvent scalar) {
            return keep(scalar.getAnchor(), scalar(scalar), nodes - 1);
        }
        if (event instanceof CollectionStartEvent start) {
            return collection(start);
        }
        throw refuse(event, "not readable as YAML: unexpected " + event.getEventId());
    }

    private Node aliased(AliasEvent alias) {
        Anchored target = anchors.get(alias.getAlias());
        if (target == null) {
            throw refuse(alias, "the alias '*" + alias.getAlias() + "' has no anchor before it that is complete");
        }
        nodesByAlias += target.nodes();
        nodes += target.nodes();
        if (++aliases > MOST_ALIASES || nodesByAlias > MOST_NODES_BY_ALIAS) {
            throw refuse(alias, "too many aliases; at most " + MOST_ALIASES + " of small values are read");
        }
        return target.node();
    }

    private Node collection(CollectionStartEvent start) {
        refuseTag(start, start.getTag());
        if (++depth > DEEPEST) {
            throw refuse(start, "nested deeper than " + DEEPEST + " levels");
        }
        int before = nodes - 1;
        flows += start.isFlow() ? 1 : 0;
        Node node = start.getEventId() == Event.ID.MappingStart ? mapping(start) : sequence(start);
        flows -= start.isFlow() ? 1 : 0;
        depth--;
        return keep(start.getAnchor(), node, before);
    }

    private Node keep(Optional<Anchor> anchor, Node node, int nodesBefore) {
        anchor.ifPresent(name -> {
            if (anchors.put(name, new Anchored(node, nodes - nodesBefore)) != null) {
                throw YamlReader.invalid(node.where(), "the anchor '&" + name + "' is there twice");
            }
        });
        return node;
    }

    private Sequence sequence(Event start) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event));
        }
        return new Sequence(place(start), items);
    }

    private Mapping mapping(Event start) {
        Map<String, Mapping.Entry> own = new LinkedHashMap<>();
        Map<String, Mapping.Entry> merged = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Scalar key = key(event);
            Node value = node(events.next());
            if (isMerge(event)) {
                merge(value, merged);
            } else if (own.put(key.text(), new Mapping.Entry(key, value)) != null) {
                throw YamlReader.invalid(key.where(), "the key '" + key.text() + "' is there twice");
            }
            if (own.size() > MOST_KEYS) {
                throw YamlReader.invalid(key.where(), "more than " + MOST_KEYS + " keys in one mapping");
            }
        }
        merged.putAll(own);
        return new Mapping(place(start), List.copyOf(merged.values()));
    }

    private Scalar key(Event event) {
        if (isMerge(event)) {
            return Scalar.text(place(event), "<<");
        }
        if (node(event) instanceof Scalar key) {
            return key;
        }
        throw refuse(event, "a key must be a single value");
    }

    private static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().equals("<<");
    }

    /** In a list of mappings the earlier one wins, as in the client's reader. */
    private void merge(Node value, Map<String, Mapping.Entry> into) {
        if (value instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> into.putIfAbsent(entry.name(), entry));
        } else if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> merge(item, into));
        } else {
            throw YamlReader.invalid(value.where(), "'<<' takes a mapping, not " + value.noun());
        }
    }

    private Scalar scalar(ScalarEvent event) {
        refuseTag(event, event.getTag().filter(tag -> !tag.equals(STRING_TAG)));
        if (event.getValue().codePoints().anyMatch(TreeBuilder::isHalf)) {
            throw refuse(event, "an escape is half of a character; write '\\U' and its eight digits");
        }
        boolean text =
                event.getScalarStyle() != ScalarStyle.PLAIN || event.getTag().isPresent();
        return new Scalar(place(event), event.getValue(), text ? event.getValue() : plainValue(event));
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private @Nullable Object plainValue(ScalarEvent event) {
        if (VALUELESS.contains(event.getValue())) {
            throw refuse(event, "a lone '" + event.getValue() + "' has no value; put it in quotes");
        }
        if (flows > 0 && event.getValue().indexOf('?') >= 0) {
            throw refuse(event, "a text with '?' between brackets must be in quotes");
        }
        try {
            return PlainScalars.value(event.getValue());
        } catch (DateTimeException | NumberFormatException e) {
            throw refuse(event, "'" + event.getValue() + "' is no date and no number; put it in quotes");
        }
    }

    private void refuseTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw refuse(event, "the tag '" + tag.get() + "' is not allowed");
        }
    }

    private ProblemException refuse(Event event, String what) {
        return YamlReader.invalid(place(event), what);
    }

    private Where place(Event event) {
        return YamlReader.place(file, event.getStartMark());
    }
}
