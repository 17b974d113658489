package io.jenkins.plugins.azml.emulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A request at its route. */
public record Call(Request request, Route route, Map<String, String> path) {
    /** The value of a named segment of the route's template. */
    public String path(String name) {
        return Objects.requireNonNull(path.get(name), name);
    }

    public String workspace() {
        return path("workspace");
    }

    public Optional<String> query(String name) {
        return request.query(name);
    }

    /**
     * The body as an object.
     *
     * @throws ArmError 400 when it is not one
     */
    public ObjectNode json() {
        try {
            JsonNode body = Json.read(request.body());
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException notJson) {
            throw ArmError.badRequest("The body is not JSON: " + notJson.getOriginalMessage() + ".");
        }
        throw ArmError.badRequest("The body is not a JSON object.");
    }

    /** The body as an object, an empty one when there is none. */
    public ObjectNode jsonOrEmpty() {
        return request.body().length == 0 ? Json.object() : json();
    }
}
