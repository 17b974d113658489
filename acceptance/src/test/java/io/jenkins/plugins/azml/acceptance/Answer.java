package io.jenkins.plugins.azml.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/** A JSON answer of Jenkins, read by field names. */
record Answer(JsonNode node) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Answer of(String json) {
        try {
            return new Answer(MAPPER.readTree(json));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError("not JSON: " + json, unreadable);
        }
    }

    /** The text of a field, empty where it is missing or null. */
    String text(String field) {
        JsonNode value = node.path(field);
        return value.isNull() ? "" : value.asText();
    }

    boolean flag(String field) {
        return node.path(field).asBoolean();
    }

    Answer at(String field) {
        return new Answer(node.path(field));
    }

    List<Answer> list(String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(Answer::new)
                .toList();
    }
}
