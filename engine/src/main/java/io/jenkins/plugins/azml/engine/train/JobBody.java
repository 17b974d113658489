package io.jenkins.plugins.azml.engine.train;

import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A job as its file describes it, with what makes it ours: the run, the commit, the data versions. */
final class JobBody {
    private static final Pattern DATA_VERSION = Pattern.compile(".*/data/([^/]+)/versions/([^/]+)");

    private JobBody() {}

    static Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> described, TrainRequest request) {
        JsonObject body = new JsonObject(new LinkedHashMap<>(described));
        Map<String, @Nullable Object> properties =
                new LinkedHashMap<>(body.in("properties").members());
        properties.put("tags", tags(body, request));
        properties.put("properties", properties(body, request));
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(described);
        whole.put("properties", properties);
        return whole;
    }

    private static Map<String, String> tags(JsonObject body, TrainRequest request) {
        Map<String, String> tags = new LinkedHashMap<>(body.texts("properties", "tags"));
        tags.put(Tags.RUN, request.run().value());
        tags.putAll(request.stamp().tags());
        if (request.reuse()) {
            JobContent.tag(body.members())
                    .ifPresent(content -> tags.put(content, request.run().value()));
        }
        JsonObject inputs = body.in("properties", "inputs");
        inputs.members().keySet().forEach(input -> {
            Matcher version = DATA_VERSION.matcher(inputs.string(input, "uri").orElse(""));
            if (version.matches()) {
                tags.put(Tags.DATA + input, version.group(1) + ":" + version.group(2));
            }
        });
        return tags;
    }

    private static Map<String, String> properties(JsonObject body, TrainRequest request) {
        Map<String, String> properties = new LinkedHashMap<>(body.texts("properties", "properties"));
        properties.putAll(request.stamp().properties());
        return properties;
    }
}
