package io.jenkins.plugins.azml.engine.spec.schema;

import java.util.Optional;

/** A checked input of a job, taken apart. */
public final class Inputs {
    private Inputs() {}

    /** The text of a literal. */
    public static Optional<String> literal(Object checked) {
        Object value = Either.value(checked);
        return value instanceof String text ? Optional.of(text) : fields(value).text("value");
    }

    public static String type(Object checked) {
        return fields(Either.value(checked)).text("type").orElse("uri_folder");
    }

    /** Where the content of an input that is no literal lies. */
    public static Location path(Object checked) {
        return fields(Either.value(checked)).get("path", Location.class).orElseThrow();
    }

    private static Fields fields(Object value) {
        return KindRow.fields(value);
    }
}
