package io.jenkins.plugins.azml.plugin.agent;

import io.jenkins.plugins.azml.engine.git.GitFacts;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call's files said when its run began, and what lay beside them: enough to read them again on the controller,
 * which never looks at a path of an agent.
 *
 * @param root the workspace folder, where the paths of a call begin
 * @param files of the call, folders of a set-up unfolded
 * @param texts what files say, by path
 * @param folders that are referred to
 * @param others files of those folders, whose bytes stay where they are
 */
public record Capture(
        String root,
        List<String> files,
        Map<String, String> texts,
        List<String> folders,
        List<String> others,
        @Nullable GitFacts git) {

    /** A call without files. */
    public static Capture none() {
        return new Capture("/", List.of(), Map.of(), List.of(), List.of(), null);
    }

    String write() {
        return Json.write(RecordJson.write(this));
    }

    static Capture read(String text) {
        return RecordJson.read(JsonObject.read(text), Capture.class);
    }
}
