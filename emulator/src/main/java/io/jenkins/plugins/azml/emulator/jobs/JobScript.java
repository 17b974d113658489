package io.jenkins.plugins.azml.emulator.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.azml.emulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a job of the twin does instead of running its command.
 *
 * @param queued how long it waits, then {@code running}: how long it works
 * @param log written evenly over its running time, a line end added to each
 * @param metrics last values; {@code NaN} is a value
 * @param files content by path: {@code outputs/...} for an artifact, {@code <output>:<path>} for a named output
 * @param exit 0 is success
 */
public record JobScript(
        Duration queued,
        Duration running,
        List<String> log,
        Map<String, Double> metrics,
        Map<String, String> parameters,
        Map<String, String> files,
        int exit) {
    /** The environment variable whose JSON is the script of one job. */
    public static final String VARIABLE = "AZML_TWIN";

    public JobScript {
        log = List.copyOf(log);
        metrics = Map.copyOf(metrics);
        parameters = Map.copyOf(parameters);
        files = Map.copyOf(files);
    }

    /** A job that waits 5 s, works 30 s, says two lines and succeeds. */
    public static JobScript ordinary() {
        return new JobScript(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                List.of("started", "done"),
                Map.of(),
                Map.of(),
                Map.of(),
                0);
    }

    /**
     * Reads {@code {"queued": "PT5S", "running": "PT30S", "log": [], "metrics": {}, "parameters": {}, "files": {}, "exit": 0}};
     * what is left out is as in {@link #ordinary}.
     */
    public static JobScript parse(String json) {
        try {
            JsonNode script = Json.read(json.getBytes(StandardCharsets.UTF_8));
            JobScript usual = ordinary();
            return new JobScript(
                    Duration.parse(script.path("queued").asText(usual.queued().toString())),
                    Duration.parse(script.path("running").asText(usual.running().toString())),
                    script.has("log") ? texts(script.get("log")) : usual.log(),
                    numbers(script.path("metrics")),
                    pairs(script.path("parameters")),
                    pairs(script.path("files")),
                    script.path("exit").asInt(0));
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(
                    "the variable " + VARIABLE + " is not JSON: " + notJson.getOriginalMessage());
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> numbers.put(
                        entry.getKey(), Double.parseDouble(entry.getValue().asText())));
        return numbers;
    }

    private static Map<String, String> pairs(JsonNode object) {
        Map<String, String> pairs = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> pairs.put(entry.getKey(), entry.getValue().asText()));
        return pairs;
    }
}
