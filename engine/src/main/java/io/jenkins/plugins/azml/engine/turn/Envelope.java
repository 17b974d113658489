package io.jenkins.plugins.azml.engine.turn;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A saved state with what is needed to trust it.
 *
 * @param schema the stage and the version of its states, for example {@code train/1}
 * @param generation counts saves; never falls
 * @param writtenBy the release that wrote it
 * @param state the simple name of the state's record
 * @param data the record's components
 * @param problem why the run has ended badly, or null while it has not
 */
public record Envelope(
        String schema,
        long generation,
        String writtenBy,
        String state,
        Map<String, @Nullable Object> data,
        @Nullable Problem problem) {

    public byte[] toBytes() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("schema", schema);
        members.put("generation", generation);
        members.put("writtenBy", writtenBy);
        members.put("state", state);
        members.put("data", data);
        if (problem != null) {
            members.put("problem", RecordJson.write(problem));
        }
        return Json.bytes(members);
    }

    /**
     * Reads an envelope whose stage need not be known.
     *
     * @throws JsonException if the bytes are none
     */
    public static Envelope read(byte[] bytes) {
        JsonObject json = JsonObject.read(bytes);
        return new Envelope(
                json.needString("schema"),
                json.integer("generation").orElseThrow(() -> new JsonException("'generation' is missing")),
                json.needString("writtenBy"),
                json.needString("state"),
                json.object("data")
                        .orElseThrow(() -> new JsonException("'data' is missing"))
                        .members(),
                json.object("problem")
                        .map(problem -> RecordJson.read(problem, Problem.class))
                        .orElse(null));
    }

    /** The stage whose state this is. */
    public String stage() {
        return schema.substring(0, Math.max(0, schema.indexOf('/')));
    }
}
