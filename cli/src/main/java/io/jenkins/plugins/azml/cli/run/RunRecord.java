package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run was called with: all that is needed to take it up again. Holds no secret.
 *
 * @param workspaces by role
 * @param files the copies of the files, by the path that was given
 * @param arguments as the stage's door wrote them
 */
public record RunRecord(
        RunId run,
        String stage,
        Instant begun,
        Map<String, Place> workspaces,
        Map<String, String> files,
        Map<String, @Nullable Object> arguments) {
    /** The role of the workspace that {@code -w} names. */
    public static final String WORKSPACE = "workspace";

    private static final long SCHEMA = 1;

    /** @throws JsonException if the run has no such workspace */
    public Place place(String role) {
        Place place = workspaces.get(role);
        if (place == null) {
            throw new JsonException("the workspace '" + role + "' is missing");
        }
        return place;
    }

    String copyOf(String file) {
        String copy = files.get(file);
        if (copy == null) {
            throw new JsonException("the copy of '" + file + "' is missing");
        }
        return copy;
    }

    Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> places = new LinkedHashMap<>();
        workspaces.forEach((role, place) -> places.put(role, RecordJson.write(place)));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("run", run.value());
        json.put("stage", stage);
        json.put("begun", begun.toString());
        json.put("workspaces", places);
        json.put("files", files);
        json.put("arguments", arguments);
        return json;
    }

    /** @throws JsonException if it is none, or a newer release's */
    static RunRecord read(JsonObject json) {
        if (json.integer("schema").orElse(0) != SCHEMA) {
            throw new JsonException("its schema is " + json.at("schema") + ", this release reads " + SCHEMA);
        }
        Map<String, Place> places = new LinkedHashMap<>();
        json.in("workspaces").members().keySet().forEach(role -> {
            places.put(role, RecordJson.read(json.in("workspaces", role), Place.class));
        });
        return new RunRecord(
                new RunId(json.needString("run")),
                json.needString("stage"),
                Instant.parse(json.needString("begun")),
                places,
                json.texts("files"),
                json.in("arguments").members());
    }
}
