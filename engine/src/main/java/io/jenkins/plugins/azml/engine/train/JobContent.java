package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.spec.wire.Hashes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a job computes, whatever it is called and wherever it runs: code, data, environment and parameters. Known only
 * where each of them is a version, for a folder can hold something else tomorrow.
 */
final class JobContent {
    private static final List<String> PARTS = List.of(
            "codeId", "command", "environmentId", "environmentVariables", "inputs", "distribution", "componentId");
    private static final Pattern VERSION = Pattern.compile(".*/versions/[^/]+|azureml:[^/@:]+:[^/@]+");
    private static final int LENGTH = 40;

    private JobContent() {}

    /** The tag that two jobs of the same content share, or empty where the content is not known. */
    static Optional<String> tag(Map<String, ? extends @Nullable Object> body) {
        JsonObject properties = new JsonObject(new LinkedHashMap<>(body)).in("properties");
        if (!isVersion(properties, "codeId")
                || !isVersion(properties, "environmentId")
                || !inputsAreKnown(properties)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> parts = new TreeMap<>();
        PARTS.forEach(part -> parts.put(part, inOrder(properties.members().get(part))));
        return Optional.of(Tags.CONTENT + Hashes.sha256(Json.write(parts)).substring(0, LENGTH));
    }

    /** The same in the order of its names: what a file was read into may have another order in each process. */
    private static @Nullable Object inOrder(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, member) -> sorted.put(String.valueOf(name), inOrder(member)));
            return sorted;
        }
        return value instanceof List<?> list
                ? list.stream().map(JobContent::inOrder).toList()
                : value;
    }

    private static boolean inputsAreKnown(JsonObject properties) {
        JsonObject inputs = properties.in("inputs");
        return inputs.members().keySet().stream()
                .allMatch(input -> inputs.string(input, "uri").isEmpty() || isVersion(inputs.in(input), "uri"));
    }

    private static boolean isVersion(JsonObject object, String member) {
        return object.string(member).filter(id -> VERSION.matcher(id).matches()).isPresent();
    }
}
