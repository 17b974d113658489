package io.jenkins.plugins.azml.engine.gate;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.schema.Kinds;
import io.jenkins.plugins.azml.engine.spec.schema.MappingReader;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads gates from YAML. The format: {@code docs/evaluate.md}. */
public final class GatesFile {
    private static final List<String> KINDS = List.of("min", "max", "champion");
    private static final List<String> DIRECTIONS =
            Stream.of(Direction.values()).map(GatesFile::word).toList();

    private final List<Problem> problems = new ArrayList<>();

    private GatesFile() {}

    /**
     * Reads a file.
     *
     * @throws ProblemException {@code FILE_NOT_FOUND}, or {@code INVALID_FILE} for each thing that is wrong in it
     */
    public static Gates read(Path file) {
        return read(YamlReader.read(file));
    }

    /**
     * Reads a document.
     *
     * @throws ProblemException {@code INVALID_FILE} for each thing that is wrong in it
     */
    public static Gates read(Node document) {
        GatesFile reader = new GatesFile();
        Kinds.expect(Kind.GATES, document);
        List<Gate> gates = reader.gates(document);
        MappingReader.finish(reader.problems);
        return new Gates(gates);
    }

    private List<Gate> gates(Node document) {
        Optional<MappingReader> file = MappingReader.of(document, "a gates file", problems, "gates", "$schema");
        file.ifPresent(fields -> fields.need("gates"));
        return file.stream()
                .flatMap(fields -> fields.mappings("gates", "a gate", "metric", "min", "max", "champion").stream())
                .flatMap(gate -> gate(gate).stream())
                .toList();
    }

    private static Optional<Gate> gate(MappingReader gate) {
        gate.need("metric");
        Optional<String> metric = gate.text("metric");
        List<String> kinds = KINDS.stream().filter(gate::has).toList();
        if (kinds.size() != 1) {
            gate.refuse(
                    kinds.isEmpty() ? gate.where() : gate.where(kinds.get(1)),
                    "a gate has exactly one of min, max, champion; this one has "
                            + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
            return Optional.empty();
        }
        Optional<BigDecimal> least = gate.number("min");
        Optional<BigDecimal> most = gate.number("max");
        Optional<MappingReader> champion = gate.mapping("champion", "direction", "tolerance");
        String name = metric.orElse("");
        return least.<Gate>map(limit -> new Gate.Minimum(name, limit))
                .or(() -> most.map(limit -> new Gate.Maximum(name, limit)))
                .or(() -> champion.flatMap(fields -> champion(name, fields)));
    }

    private static Optional<Gate> champion(String metric, MappingReader fields) {
        fields.need("direction");
        fields.need("tolerance");
        Optional<Direction> direction = fields.text("direction").flatMap(word -> direction(fields, word));
        Optional<BigDecimal> tolerance = fields.number("tolerance");
        if (tolerance.isPresent() && tolerance.get().signum() < 0) {
            fields.refuse(fields.where("tolerance"), "'tolerance' must be zero or more, not " + tolerance.get());
        }
        return direction.flatMap(way -> tolerance.map(margin -> new Gate.Champion(metric, way, margin)));
    }

    private static Optional<Direction> direction(MappingReader fields, String word) {
        Optional<Direction> direction = Stream.of(Direction.values())
                .filter(way -> word(way).equals(word))
                .findFirst();
        if (direction.isEmpty()) {
            fields.refuseWord("direction", word, DIRECTIONS);
        }
        return direction;
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
