package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.Where;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import io.jenkins.plugins.azml.engine.spec.yaml.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a mapping in a file of our own (gates, tests), asked for by key and type. CLI v2 has its tables.
 *
 * <p>What is wrong is added to a list instead of thrown, so that all problems of a file are reported together; a value
 * that is wrong is absent.
 */
public final class MappingReader {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            problem -> problem.place().orElseThrow(),
            Comparator.comparingInt(Where::line).thenComparingInt(Where::column));

    private final Mapping mapping;
    private final String thing;
    private final List<Problem> problems;

    private MappingReader(Mapping mapping, String thing, List<Problem> problems) {
        this.mapping = mapping;
        this.thing = thing;
        this.problems = problems;
    }

    /**
     * Takes a node for a mapping with the given keys; every other key is a problem.
     *
     * @param thing what the mapping is, for messages: {@code a gate}
     */
    public static Optional<MappingReader> of(Node node, String thing, List<Problem> problems, String... keys) {
        if (!(node instanceof Mapping mapping)) {
            problems.add(invalid(node.where(), thing + " must be a mapping, not " + node.noun()));
            return Optional.empty();
        }
        List<String> known = Arrays.asList(keys);
        for (Mapping.Entry entry : mapping.entries()) {
            if (!known.contains(entry.name())) {
                problems.add(unknown(entry, thing, known));
            }
        }
        return Optional.of(new MappingReader(mapping, thing, problems));
    }

    /**
     * Ends the reading of a file.
     *
     * @throws ProblemException with all problems in the order of their places, if there is one
     */
    public static void finish(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.stream().sorted(BY_PLACE).toList());
        }
    }

    public Where where() {
        return mapping.where();
    }

    public boolean has(String key) {
        return mapping.get(key).isPresent();
    }

    /** The place of a key, or of the mapping when it lacks the key. */
    public Where where(String key) {
        return mapping.entry(key).map(entry -> entry.key().where()).orElse(where());
    }

    public Optional<Node> node(String key) {
        return mapping.get(key);
    }

    /** The value of a key that must be there. */
    public Optional<Node> need(String key) {
        Optional<Node> value = mapping.get(key);
        if (value.isEmpty()) {
            refuse(where(), thing + " lacks the key '" + key + "'");
        }
        return value;
    }

    /** Text that is not blank. */
    public Optional<String> text(String key) {
        return scalar(key, "text").flatMap(scalar -> {
            if (scalar.value() instanceof String text && !text.isBlank()) {
                return Optional.of(text);
            }
            return mismatch(key, scalar, "text");
        });
    }

    /** A finite number. */
    public Optional<BigDecimal> number(String key) {
        return scalar(key, "a number").flatMap(scalar -> {
            Optional<BigDecimal> number = decimal(scalar.value());
            return number.isPresent() ? number : mismatch(key, scalar, "a finite number");
        });
    }

    /** A whole number within bounds. */
    public Optional<Integer> integer(String key, int least, int most) {
        return scalar(key, "a whole number").flatMap(scalar -> {
            if (scalar.value() instanceof Long number && number >= least && number <= most) {
                return Optional.of(number.intValue());
            }
            return mismatch(key, scalar, "a whole number from " + least + " to " + most);
        });
    }

    /** A list that is not empty. */
    public List<Node> list(String key) {
        Optional<Node> value = mapping.get(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Sequence sequence && !sequence.items().isEmpty()) {
            return sequence.items();
        }
        refuse(
                value.get().where(),
                "'" + key + "' must be a list with one entry at least"
                        + (value.get() instanceof Sequence
                                ? ""
                                : ", not " + value.get().noun()));
        return List.of();
    }

    /** A mapping with the given keys. */
    public Optional<MappingReader> mapping(String key, String... keys) {
        return mapping.get(key).flatMap(node -> of(node, "'" + key + "'", problems, keys));
    }

    /** A list of mappings with the given keys. */
    public List<MappingReader> mappings(String key, String itemThing, String... keys) {
        return list(key).stream()
                .flatMap(item -> of(item, itemThing, problems, keys).stream())
                .toList();
    }

    public void refuse(Where where, String what) {
        problems.add(invalid(where, what));
    }

    /** Refuses a text that is none of the words, naming the nearest one. */
    public void refuseWord(String key, String word, List<String> words) {
        Problem problem = invalid(
                mapping.get(key).map(Node::where).orElse(where()),
                "'" + key + "' must be one of " + String.join(", ", words) + ", not '" + word + "'");
        problems.add(problem.suggesting(Nearest.of(word, words).orElse(null)));
    }

    private Optional<Scalar> scalar(String key, String expected) {
        Optional<Node> value = mapping.get(key);
        if (value.isPresent() && !(value.get() instanceof Scalar)) {
            return mismatch(key, value.get(), expected);
        }
        return value.map(Scalar.class::cast);
    }

    private <T> Optional<T> mismatch(String key, Node value, String expected) {
        refuse(value.where(), "'" + key + "' must be " + expected + ", not " + value.noun());
        return Optional.empty();
    }

    private static Optional<BigDecimal> decimal(@Nullable Object value) {
        if (value instanceof Long number) {
            return Optional.of(BigDecimal.valueOf(number));
        }
        if (value instanceof BigInteger number) {
            return Optional.of(new BigDecimal(number));
        }
        return value instanceof Double number && Double.isFinite(number)
                ? Optional.of(BigDecimal.valueOf(number))
                : Optional.empty();
    }

    private static Problem unknown(Mapping.Entry entry, String thing, List<String> known) {
        String what = "unknown key '" + entry.name() + "' in " + thing + ", expected "
                + (known.size() == 1 ? "" : "one of ") + String.join(", ", known);
        return invalid(entry.key().where(), what)
                .suggesting(Nearest.of(entry.name(), known).orElse(null));
    }

    private static Problem invalid(Where where, String what) {
        return Problem.at(where, ProblemCode.INVALID_FILE, what);
    }
}
