package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Durations;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type whose checked value is sent in another form. */
record Converted(Type type, Function<Object, @Nullable Object> conversion) implements Type {

    static Type seconds() {
        return new Converted(Scalars.INTEGER, value -> iso(Duration.ofSeconds(((Number) value).longValue())));
    }

    static Type milliseconds() {
        return new Converted(Scalars.INTEGER, value -> iso(Duration.ofMillis(((Number) value).longValue())));
    }

    /** No time at all is not sent. */
    private static @Nullable Object iso(Duration duration) {
        return duration.isZero() ? null : Durations.iso(duration);
    }

    /** Sent under another name than the key's own: a path from the parent object. */
    static Type moved(Type type, String path) {
        return new Converted(type, value -> new Spread(Map.of(path, value)));
    }

    @Override
    public String expected() {
        return type.expected();
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        return type.check(node, check);
    }

    @Override
    public @Nullable Object wire(Object value, Wiring wiring) {
        Object sent = type.wire(value, wiring);
        return sent == null ? null : conversion.apply(sent);
    }
}
