package io.jenkins.plugins.azml.cli.demo;

import io.jenkins.plugins.azml.cli.ExitCode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One stage of the demo as it went.
 *
 * @param figures what came of it, in one line
 * @param run where it is saved
 */
record Step(String stage, String workspace, ExitCode exit, Duration time, String figures, String run) {
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stage", stage);
        json.put("workspace", workspace);
        json.put("exitCode", exit.status());
        json.put("seconds", time.toMillis() / 1000.0);
        json.put("figures", figures);
        json.put("run", run);
        return json;
    }
}
