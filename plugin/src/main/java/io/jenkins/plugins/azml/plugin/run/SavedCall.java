package io.jenkins.plugins.azml.plugin.run;

import io.jenkins.plugins.azml.engine.call.Calls;
import io.jenkins.plugins.azml.engine.call.StageCall;
import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.plugin.agent.Capture;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run was called with: all that is needed to take it up again. Holds no secret.
 *
 * @param step as Pipelines call it
 * @param workspaces the names of configured workspaces, by role
 * @param credentialsId in place of the workspaces', or null
 * @param call the stage's own arguments as JSON
 */
public record SavedCall(
        String run,
        String stage,
        String step,
        Instant begun,
        Map<String, String> workspaces,
        @Nullable String credentialsId,
        String call,
        Capture capture) {

    public static SavedCall of(
            RunId run,
            String step,
            Instant begun,
            Map<String, String> workspaces,
            @Nullable String credentialsId,
            StageCall<?, ?> call,
            Capture capture) {
        return new SavedCall(
                run.value(),
                Calls.stage(call),
                step,
                begun,
                workspaces,
                credentialsId,
                Json.write(RecordJson.write((Record) call)),
                capture);
    }

    /** The same without what its files said, which may be much. */
    SavedCall light() {
        return new SavedCall(run, stage, step, begun, workspaces, credentialsId, call, Capture.none());
    }

    /** @throws io.jenkins.plugins.azml.engine.problem.ProblemException STATE_UNREADABLE */
    public StageCall<?, ?> stageCall() {
        return Calls.read(stage, JsonObject.read(call));
    }
}
