package io.jenkins.plugins.azml.plugin.step;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a step was asked for: the part of it that a restart has to survive, as JSON.
 *
 * @param step as Pipelines call it
 * @param stage of the run, or empty for one that is taken up again
 * @param workspaces names by role
 * @param files whose texts the call needs
 * @param set values in place of the files'
 * @param call the stage's own arguments, as far as they are known before the files are read
 * @param evaluation the run whose verdict a registration bears, or null
 * @param run that was asked for, or null for one named by job, build and node
 * @param build which one has the run: {@code NUMBER} of this job or {@code JOB#NUMBER}, or null for this one
 * @param variables of the build that say where code comes from
 * @param wishes of the step that are no stage's; the first release saved none
 */
record Order(
        String step,
        String stage,
        Map<String, String> workspaces,
        List<String> files,
        Map<String, String> set,
        Map<String, String> variables,
        String call,
        @Nullable String evaluation,
        @Nullable String credentialsId,
        @Nullable String run,
        @Nullable String build,
        @Nullable String junit,
        @Nullable String markdown,
        boolean waits,
        boolean propagates,
        boolean cancels,
        Wishes wishes) {

    /**
     * What a step asks of the plugin itself.
     *
     * @param node the label of the node whose workspace folder is meant where the step stands outside any
     * @param download the folder for a job's outputs
     * @param timeout how long the stage may take from its begin
     */
    record Wishes(
            @Nullable String node,
            @Nullable String download,
            @Nullable Duration timeout) {
        static final Wishes NONE = new Wishes(null, null, null);
    }

    Order {
        wishes = Objects.requireNonNullElse(wishes, Wishes.NONE);
    }

    /** The same order with more variables of the build. */
    Order of(Map<String, String> otherVariables) {
        return new Order(
                step,
                stage,
                workspaces,
                files,
                set,
                otherVariables,
                call,
                evaluation,
                credentialsId,
                run,
                build,
                junit,
                markdown,
                waits,
                propagates,
                cancels,
                wishes);
    }

    String write() {
        return Json.write(RecordJson.write(this));
    }

    static Order read(String text) {
        return RecordJson.read(JsonObject.read(text), Order.class);
    }
}
