package io.jenkins.plugins.azml.engine.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A view of a JSON object whose members are asked for by path and by type.
 *
 * <p>A member that is missing, null or of another type is absent; {@code need…} throws {@link JsonException} naming the
 * path instead.
 */
public record JsonObject(Map<String, @Nullable Object> members) {
    private static final JsonObject EMPTY = new JsonObject(Map.of());

    public static JsonObject empty() {
        return EMPTY;
    }

    /**
     * Reads a document that must be an object.
     *
     * @throws JsonException if it is not
     */
    public static JsonObject read(byte[] text) {
        return of(Json.read(text)).orElseThrow(() -> new JsonException("the document is not an object"));
    }

    public static JsonObject read(String text) {
        return of(Json.read(text)).orElseThrow(() -> new JsonException("the document is not an object"));
    }

    @SuppressWarnings("unchecked")
    private static Optional<JsonObject> of(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? Optional.of(new JsonObject((Map<String, @Nullable Object>) map))
                : Optional.empty();
    }

    public Optional<String> string(String... path) {
        return at(path) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public String needString(String... path) {
        return string(path).orElseThrow(() -> missing("text", path));
    }

    /**
     * An address; empty text is none.
     *
     * @throws JsonException if there is text that is no address
     */
    public Optional<URI> address(String... path) {
        return string(path).filter(text -> !text.isBlank()).map(text -> address(text, path));
    }

    public URI needAddress(String... path) {
        return address(needString(path), path);
    }

    private static URI address(String text, String... path) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new JsonException("'" + String.join(".", path) + "' is no address");
        }
    }

    public Optional<JsonObject> object(String... path) {
        return of(at(path));
    }

    public JsonObject need(String... path) {
        return object(path).orElseThrow(() -> missing("object", path));
    }

    /** The objects of a list that must be there. */
    public List<JsonObject> needObjects(String... path) {
        if (!(at(path) instanceof List<?>)) {
            throw missing("list", path);
        }
        return objects(path);
    }

    /** The object at the path, or an empty one. */
    public JsonObject in(String... path) {
        return object(path).orElse(EMPTY);
    }

    public List<JsonObject> objects(String... path) {
        return items(path).stream().flatMap(item -> of(item).stream()).toList();
    }

    public List<String> strings(String... path) {
        return items(path).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    public List<?> items(String... path) {
        return at(path) instanceof List<?> items ? items : List.of();
    }

    /** The text members of the object at the path; members of other types are left out. */
    public Map<String, String> texts(String... path) {
        Map<String, String> texts = new LinkedHashMap<>();
        in(path).members().forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    /** A number, also when written as text such as {@code "NaN"} or {@code "Infinity"}, as MLflow's server does. */
    public OptionalDouble number(String... path) {
        Object value = at(path);
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        if (value instanceof String text) {
            try {
                return OptionalDouble.of(Double.parseDouble(text));
            } catch (NumberFormatException e) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    public OptionalLong integer(String... path) {
        return at(path) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    public Optional<Boolean> flag(String... path) {
        return at(path) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    public @Nullable Object at(String... path) {
        Object value = members;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static JsonException missing(String type, String... path) {
        return new JsonException(type + " '" + String.join(".", path) + "' is missing");
    }
}
