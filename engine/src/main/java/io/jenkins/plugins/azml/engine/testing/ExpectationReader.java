package io.jenkins.plugins.azml.engine.testing;

import io.jenkins.plugins.azml.engine.spec.schema.MappingReader;
import io.jenkins.plugins.azml.engine.spec.schema.PlainJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what a test expects. */
final class ExpectationReader {
    private static final int LONGEST_LATENCY = 600_000;

    private ExpectationReader() {}

    static Optional<Expectation> read(MappingReader test) {
        return test.mapping("expect", "status", "values", "contains", "max_latency_ms")
                .map(ExpectationReader::expectation);
    }

    private static Expectation expectation(MappingReader expect) {
        int status = expect.integer("status", 100, 599).orElse(200);
        List<ValueCheck> values =
                expect.mappings("values", "a value", "path", "equals", "tolerance", "min", "max").stream()
                        .flatMap(value -> value(value).stream())
                        .toList();
        String contains = expect.text("contains").orElse(null);
        Duration latency = expect.integer("max_latency_ms", 1, LONGEST_LATENCY)
                .map(Duration::ofMillis)
                .orElse(null);
        return new Expectation(status, values, contains, latency);
    }

    private static Optional<ValueCheck> value(MappingReader value) {
        value.need("path");
        Optional<JsonPath> path = value.text("path").flatMap(text -> path(value, text));
        boolean range = value.has("min") || value.has("max");
        if (value.has("equals") == range) {
            value.refuse(value.where(), "a value has either 'equals' or 'min' and 'max' or one of these");
            return Optional.empty();
        }
        return range ? range(value, path) : equal(value, path);
    }

    private static Optional<JsonPath> path(MappingReader value, String text) {
        Optional<JsonPath> path = JsonPath.parse(text);
        if (path.isEmpty()) {
            value.refuse(value.where("path"), "'path' must be like $[0].name or $['any name'], not '" + text + "'");
        }
        return path;
    }

    private static Optional<ValueCheck> equal(MappingReader value, Optional<JsonPath> path) {
        Object expected = value.node("equals").map(PlainJson::of).orElse(null);
        BigDecimal tolerance = value.number("tolerance").orElse(BigDecimal.ZERO);
        if (tolerance.signum() < 0) {
            value.refuse(value.where("tolerance"), "'tolerance' must be zero or more, not " + tolerance);
        }
        return path.map(to -> new ValueCheck.Equal(to, expected, tolerance));
    }

    private static Optional<ValueCheck> range(MappingReader value, Optional<JsonPath> path) {
        if (value.has("tolerance")) {
            value.refuse(value.where("tolerance"), "'tolerance' belongs to 'equals', not to 'min' and 'max'");
        }
        BigDecimal least = value.number("min").orElse(null);
        BigDecimal most = value.number("max").orElse(null);
        if (least != null && most != null && least.compareTo(most) > 0) {
            value.refuse(value.where("min"), "'min' " + least + " is larger than 'max' " + most);
        }
        return path.map(to -> new ValueCheck.Range(to, least, most));
    }
}
