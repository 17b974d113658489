package io.jenkins.plugins.azml.emulator.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.azml.emulator.http.ArmError;
import io.jenkins.plugins.azml.emulator.http.BodyShape;
import io.jenkins.plugins.azml.emulator.http.Call;
import java.util.List;

/** Reads bodies of requests; strict about fields that nobody knows, unless told to be loose. */
public final class Bodies {
    private static final System.Logger LOG = System.getLogger(Bodies.class.getName());

    /** What every resource's body may carry although the path and the service decide it. */
    private static final List<String> IDENTITY = List.of("id", "name", "type", "systemData");

    private final boolean loose;

    public Bodies(boolean loose) {
        this.loose = loose;
    }

    /**
     * The body without what only the service decides.
     *
     * @param readOnly properties that callers may send back and that are ignored
     * @throws ArmError 400 that names every unknown field
     */
    public ObjectNode read(Call call, BodyShape shape, List<String> readOnly) {
        ObjectNode body = call.json();
        body.remove(IDENTITY);
        if (body.get("properties") instanceof ObjectNode properties) {
            properties.remove(readOnly);
        }
        know(call, shape, body);
        dropNulls(body);
        return body;
    }

    /**
     * The body of an action, which may be absent.
     *
     * @throws ArmError 400 that names every unknown field
     */
    public ObjectNode wish(Call call, BodyShape shape) {
        ObjectNode body = call.jsonOrEmpty();
        know(call, shape, body);
        return body;
    }

    private void know(Call call, BodyShape shape, ObjectNode body) {
        List<String> unknown = shape.unknown(body);
        if (!unknown.isEmpty()) {
            refuse(call, unknown);
        }
    }

    private void refuse(Call call, List<String> unknown) {
        String message =
                "The body of " + call.route().operation() + " has unknown fields: " + String.join(", ", unknown) + ".";
        if (!loose) {
            throw new ArmError(400, "BadRequest", message, unknown);
        }
        LOG.log(System.Logger.Level.WARNING, message);
    }

    /** The properties, which a resource must have. */
    public static ObjectNode properties(ObjectNode body) {
        if (body.get("properties") instanceof ObjectNode properties) {
            return properties;
        }
        throw ArmError.badRequest("The body has no object 'properties'.");
    }

    /** A text that must be there. */
    public static String text(ObjectNode properties, String field) {
        JsonNode value = properties.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw ArmError.userError("The property '" + field + "' is missing or not a text.");
        }
        return value.asText();
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        node.forEach(Bodies::dropNulls);
    }
}
