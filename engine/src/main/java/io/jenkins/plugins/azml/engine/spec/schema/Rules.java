package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.problem.Where;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.util.Map;
import java.util.regex.Pattern;

/** Rules that several tables share. */
final class Rules {
    private static final Pattern RESOURCE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");
    private static final Pattern MEMBER_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Rules() {}

    static Where place(Mapping mapping, String key) {
        return mapping.entry(key).map(entry -> entry.key().where()).orElse(mapping.where());
    }

    static Where valuePlace(Mapping mapping, String key) {
        return mapping.get(key).map(node -> node.where()).orElse(mapping.where());
    }

    static Rule exactlyOne(String one, String other) {
        return (mapping, fields, check) -> {
            if (fields.has(one) == fields.has(other)) {
                String found = fields.has(one) ? "both" : "neither";
                check.report(
                        fields.has(one) ? place(mapping, other) : mapping.where(),
                        "an environment needs either '" + one + "' or '" + other + "', found " + found);
            }
        };
    }

    static Rule needs(String key, String other) {
        return (mapping, fields, check) -> {
            if (fields.has(key)
                    && fields.text(other).filter(text -> !text.isEmpty()).isEmpty()) {
                check.report(place(mapping, key), "'" + key + "' needs '" + other + "' beside it");
            }
        };
    }

    /** 3 to 32 letters, digits and hyphens; a letter first, no hyphen last. */
    static Rule resourceName(String key, String noun) {
        return (mapping, fields, check) -> fields.text(key).ifPresent(name -> {
            if (name.length() < 3
                    || name.length() > 32
                    || !RESOURCE_NAME.matcher(name).matches()) {
                check.report(
                        valuePlace(mapping, key),
                        "the name of " + noun
                                + " is 3 to 32 letters, digits and hyphens, a letter first and no hyphen last; found '"
                                + name + "'");
            }
        });
    }

    static Rule percents(String key, int most) {
        return (mapping, fields, check) -> {
            long sum = sum(fields.dictionary(key));
            if (sum > most) {
                check.report(place(mapping, key), "'" + key + "' adds up to " + sum + ", expected at most " + most);
            }
        };
    }

    static long sum(Map<String, Object> percents) {
        return percents.values().stream()
                .filter(Number.class::isInstance)
                .mapToLong(percent -> ((Number) percent).longValue())
                .sum();
    }

    /** Names of inputs and outputs become words of a command line. */
    static Rule memberNames(String key) {
        return (mapping, fields, check) -> mapping.get(key)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .ifPresent(members -> members.entries().forEach(entry -> memberName(key, entry.key(), check)));
    }

    private static void memberName(String key, Scalar name, Check check) {
        if (!MEMBER_NAME.matcher(name.text()).matches()) {
            check.report(
                    name.where(),
                    "a name in '" + key + "' is letters, digits and underscores and begins with no digit; found '"
                            + name.text() + "'");
        }
    }
}
