package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a kind is recognised, checked and written. A kind that is not built yet has no type.
 *
 * @param schemas the names of its JSON schemas, without {@code .schema.json}
 * @param words the values of its key {@code type}
 * @param signs keys that only this kind has, for a file with neither
 */
public record KindRow(
        Kind kind,
        List<String> schemas,
        List<String> words,
        List<String> signs,
        @Nullable Type type,
        @Nullable Put put) {
    static final String SCHEMA = "$schema";

    /** Adds the writes of checked values. */
    interface Put {
        String put(Object checked, Wiring wiring);
    }

    static KindRow built(Kind kind, List<String> schemas, List<String> words, List<String> signs, Type type, Put put) {
        return new KindRow(kind, schemas, words, signs, type, put);
    }

    static KindRow later(Kind kind, List<String> schemas, List<String> words, String... signs) {
        return new KindRow(kind, schemas, words, List.of(signs), null, null);
    }

    /** Whether files of the kind are read at all. */
    boolean isBuilt() {
        return type != null || kind.isOurs();
    }

    /** The kind as a message names what was found. */
    String found() {
        return kind.noun() + (isBuilt() ? "" : ", which is not supported yet");
    }

    /** The values as they were checked, or null if the mapping is not of this kind at all. */
    public @Nullable Object check(Mapping mapping, Check check) {
        return type == null ? null : type.check(mapping.without(SCHEMA), check);
    }

    public void write(Object checked, Wiring wiring) {
        if (put == null) {
            throw new IllegalStateException(kind.noun() + " is never written");
        }
        put.put(checked, wiring);
    }

    /** The plain values, whatever table they were checked against. */
    public static Fields fields(Object checked) {
        return checked instanceof Variants.Chosen chosen ? chosen.fields() : (Fields) checked;
    }
}
