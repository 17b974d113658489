package io.jenkins.plugins.azml.engine.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON objects and back, strictly: a member that the record does not have is refused, and no class is ever
 * named by the text but the permitted ones of a sealed interface, by their simple names under {@code "is"}.
 *
 * <p>Components may be text, numbers, booleans, enums, {@link Instant}, {@link Duration}, {@link URI}, lists, maps with
 * text keys, records, and sealed interfaces of records. A component that is null is left out.
 */
public final class RecordJson {
    private static final String TYPE = "is";

    private RecordJson() {}

    /** The record as an object; for a member of a sealed interface see {@link #writeSealed}. */
    public static Map<String, @Nullable Object> write(Record value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object member = read(component, value);
            if (member != null) {
                members.put(component.getName(), encode(member, component.getType()));
            }
        }
        return members;
    }

    /**
     * Reads a record.
     *
     * @throws JsonException if a member is unknown, missing (and not of a type that may be null) or of another type
     */
    public static <T> T read(JsonObject json, Class<T> type) {
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (String name : json.members().keySet()) {
            if (!known.contains(name)) {
                throw new JsonException("unknown member '" + name + "' in " + type.getSimpleName());
            }
        }
        return construct(type, json);
    }

    /** The permitted record of that simple name. */
    public static Class<?> permitted(Class<?> sealed, String simpleName) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(type -> type.getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow(
                        () -> new JsonException("no " + sealed.getSimpleName() + " is called '" + simpleName + "'"));
    }

    private static Map<String, @Nullable Object> writeSealed(Record value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(TYPE, value.getClass().getSimpleName());
        members.putAll(write(value));
        return members;
    }

    private static @Nullable Object encode(@Nullable Object value, Class<?> declared) {
        if (value instanceof Record nested) {
            return declared.isSealed() ? writeSealed(nested) : write(nested);
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> encoded = new ArrayList<>();
            items.forEach(item -> encoded.add(encode(item, declaredAs(item))));
            return encoded;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> encoded = new LinkedHashMap<>();
            map.forEach((name, item) -> encoded.put((String) name, encode(item, declaredAs(item))));
            return encoded;
        }
        return value instanceof Enum<?> constant ? constant.name() : scalar(value);
    }

    private static @Nullable Object scalar(@Nullable Object value) {
        if (value instanceof Integer number) {
            // As the reader gives it, so that what was encoded equals what is read.
            return number.longValue();
        }
        return value instanceof Number || value instanceof Boolean || value == null ? value : value.toString();
    }

    /** An item of a list is written with its type where it belongs to a sealed interface. */
    private static Class<?> declaredAs(@Nullable Object item) {
        if (item == null) {
            return Object.class;
        }
        return Arrays.stream(item.getClass().getInterfaces())
                .filter(Class::isSealed)
                .findFirst()
                .orElse(item.getClass());
    }

    private static <T> T construct(Class<T> type, JsonObject json) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = argument(type, components[i], json.members().get(components[i].getName()));
        }
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new JsonException(type.getSimpleName() + " refuses its members: "
                    + Objects.requireNonNullElse(e.getCause(), e).getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }

    private static @Nullable Object argument(Class<?> owner, RecordComponent component, @Nullable Object value) {
        try {
            return decode(component.getGenericType(), value);
        } catch (JsonException
                | ClassCastException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeParseException e) {
            throw new JsonException(owner.getSimpleName() + "." + component.getName() + " is unreadable: "
                    + (e instanceof JsonException
                            ? e.getMessage()
                            : "expected " + component.getType().getSimpleName()));
        }
    }

    private static @Nullable Object decode(Type type, @Nullable Object value) {
        if (type instanceof ParameterizedType generic) {
            return decodeCollection(generic, value);
        }
        Class<?> wanted = (Class<?>) type;
        if (value == null) {
            return absent(wanted);
        }
        if (wanted.isRecord()) {
            return read(asObject(value), wanted);
        }
        if (wanted.isSealed()) {
            return readSealed(asObject(value), wanted);
        }
        return decodeScalar(wanted, value);
    }

    private static Object readSealed(JsonObject json, Class<?> sealed) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(json.members());
        members.remove(TYPE);
        return read(new JsonObject(members), permitted(sealed, json.needString(TYPE)));
    }

    private static @Nullable Object absent(Class<?> wanted) {
        if (wanted.isPrimitive()) {
            throw new JsonException("it is missing");
        }
        return null;
    }

    private static Object decodeCollection(ParameterizedType generic, @Nullable Object value) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            List<@Nullable Object> items = new ArrayList<>();
            if (value != null) {
                ((List<?>) value).forEach(item -> items.add(decode(arguments[0], item)));
            }
            return items;
        }
        Map<String, @Nullable Object> items = new LinkedHashMap<>();
        if (value != null) {
            ((Map<?, ?>) value).forEach((name, item) -> items.put((String) name, decode(arguments[1], item)));
        }
        return items;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object decodeScalar(Class<?> wanted, Object value) {
        if (wanted.isEnum()) {
            return Enum.valueOf((Class<Enum>) wanted, (String) value);
        }
        return switch (wanted.getSimpleName()) {
            case "String" -> (String) value;
            case "boolean", "Boolean" -> (Boolean) value;
            case "int", "Integer" -> Math.toIntExact((Long) value);
            case "long", "Long" -> (Long) value;
            case "double", "Double" ->
                value instanceof String text
                        ? Double.parseDouble(text) // NaN and infinities are written as text
                        : ((Number) value).doubleValue();
            case "Instant" -> Instant.parse((String) value);
            case "Duration" -> Duration.parse((String) value);
            case "URI" -> URI.create((String) value);
            default -> throw new IllegalStateException("no JSON form for " + wanted.getName());
        };
    }

    @SuppressWarnings("unchecked")
    private static JsonObject asObject(Object value) {
        return new JsonObject((Map<String, @Nullable Object>) value);
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
