package io.jenkins.plugins.azml.cli.command;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.Where;
import io.jenkins.plugins.azml.engine.spec.schema.Nearest;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import io.jenkins.plugins.azml.engine.spec.yaml.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Checks YAML by a JSON schema, as far as that of the pipeline file goes: types, properties and their names, enumerations,
 * patterns, least numbers.
 */
record JsonSchema(JsonObject rule) {

    /**
     * Everything that is wrong, each with its place.
     *
     * @param thing what the value is, for messages
     */
    List<Problem> problems(Node value, String thing) {
        List<Problem> problems = new ArrayList<>();
        check(value, thing, problems);
        return problems;
    }

    private void check(Node value, String thing, List<Problem> problems) {
        String type = rule.string("type").orElse("");
        if (!isOf(value, type)) {
            problems.add(invalid(value.where(), thing + " must be " + noun(type) + ", not " + value.noun()));
        } else if (value instanceof Mapping mapping) {
            checkEntries(mapping, thing, problems);
        } else if (value instanceof Sequence sequence) {
            rule.object("items")
                    .map(JsonSchema::new)
                    .ifPresent(items ->
                            sequence.items().forEach(item -> items.check(item, "an entry of " + thing, problems)));
        } else if (value instanceof Scalar scalar) {
            checkScalar(scalar, thing, problems);
        }
    }

    private void checkEntries(Mapping mapping, String thing, List<Problem> problems) {
        JsonObject names = rule.in("propertyNames");
        for (Mapping.Entry entry : mapping.entries()) {
            if (names.string("pattern")
                    .filter(form -> !entry.name().matches(form))
                    .isPresent()) {
                problems.add(invalid(
                        entry.key().where(),
                        "'" + entry.name() + "' in " + thing + "; expected "
                                + names.string("description").orElse("")));
            } else {
                checkEntry(entry, thing, problems);
            }
        }
    }

    private void checkEntry(Mapping.Entry entry, String thing, List<Problem> problems) {
        Optional<JsonObject> known =
                rule.object("properties", entry.name()).or(() -> rule.object("additionalProperties"));
        if (known.isEmpty()) {
            Collection<String> names = rule.in("properties").members().keySet();
            String what =
                    "unknown key '" + entry.name() + "' in " + thing + ", expected one of " + String.join(", ", names);
            problems.add(invalid(entry.key().where(), what)
                    .suggesting(Nearest.of(entry.name(), names).orElse(null)));
        } else if (!(entry.value() instanceof Scalar scalar && scalar.isNull())) {
            new JsonSchema(known.get()).check(entry.value(), "'" + entry.name() + "'", problems);
        }
    }

    private void checkScalar(Scalar scalar, String thing, List<Problem> problems) {
        List<String> words = rule.strings("enum");
        if (!words.isEmpty() && !words.contains(scalar.text())) {
            String what = thing + " must be one of " + String.join(", ", words) + ", not '" + scalar.text() + "'";
            problems.add(invalid(scalar.where(), what)
                    .suggesting(Nearest.of(scalar.text(), words).orElse(null)));
        }
        rule.string("pattern")
                .filter(pattern -> !scalar.text().matches(pattern))
                .map(pattern -> rule.string("description").orElse(pattern))
                .ifPresent(expected -> problems.add(
                        invalid(scalar.where(), thing + " is '" + scalar.text() + "'; expected " + expected)));
        if (rule.string("type").filter("integer"::equals).isPresent()
                && scalar.value() instanceof Number number
                && number.doubleValue() % 1 != 0) {
            problems.add(invalid(scalar.where(), thing + " is " + scalar.text() + "; expected a whole number"));
        }
        if (scalar.value() instanceof Number number
                && number.doubleValue() < rule.number("minimum").orElse(Double.NEGATIVE_INFINITY)) {
            problems.add(invalid(
                    scalar.where(),
                    thing + " is " + scalar.text() + "; expected "
                            + rule.integer("minimum").orElse(0) + " or more"));
        }
    }

    private static boolean isOf(Node value, String type) {
        return switch (type) {
            case "object" -> value instanceof Mapping;
            case "array" -> value instanceof Sequence;
            case "boolean" -> value instanceof Scalar scalar && scalar.value() instanceof Boolean;
            case "integer" -> value instanceof Scalar scalar && scalar.value() instanceof Number;
            case "string" -> value instanceof Scalar scalar && scalar.value() instanceof String;
            default -> value instanceof Scalar;
        };
    }

    private static String noun(String type) {
        return switch (type) {
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "boolean" -> "true or false";
            case "integer" -> "a number";
            case "string" -> "text";
            default -> "a single value";
        };
    }

    private static Problem invalid(Where where, String what) {
        return Problem.at(where, ProblemCode.INVALID_FILE, what);
    }
}
