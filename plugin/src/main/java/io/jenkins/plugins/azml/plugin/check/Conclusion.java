package io.jenkins.plugins.azml.plugin.check;

import hudson.model.Result;
import io.jenkins.plugins.azml.plugin.build.StageReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a check of a build that has ended comes to. */
enum Conclusion {
    SUCCESS,
    /** Neither good nor bad: a stage is waited for elsewhere, or a step that was allowed to fail has. */
    NEUTRAL,
    FAILURE,
    CANCELLED;

    /** A gate that was not passed fails the check, whatever the build made of it: so does the shared library. */
    static Conclusion of(@Nullable Result result, List<StageReport> stages) {
        if (Result.ABORTED.equals(result)) {
            return CANCELLED;
        }
        if (Result.FAILURE.equals(result) || stages.stream().anyMatch(stage -> is(stage, "gate"))) {
            return FAILURE;
        }
        boolean good = Result.SUCCESS.equals(result) && stages.stream().allMatch(stage -> is(stage, "done"));
        return good ? SUCCESS : NEUTRAL;
    }

    private static boolean is(StageReport stage, String status) {
        return stage.getStatus().equals(status);
    }
}
