package io.jenkins.plugins.azml.emulator.mlflow;

import io.jenkins.plugins.azml.emulator.http.Reply;
import io.jenkins.plugins.azml.emulator.http.Request;
import java.util.Map;

/** Experiments, runs, parameters and metrics of all workspaces. Safe for use by several threads. */
public interface TrackingStore extends AutoCloseable {
    /** Returns when the store answers. */
    void start();

    /** Makes the run of a job, RUNNING, in the experiment of that name, which is made when it is missing. Repeatable. */
    void startRun(TrackedRun run);

    /** Ends a job's run with MLflow's word for it: FINISHED, FAILED or KILLED. */
    void endRun(String workspace, String runId, String status);

    /** What a job's process needs in its environment so that {@code mlflow} logs to the run without a line changed. */
    Map<String, String> variables(TrackedRun run);

    /**
     * Answers one MLflow REST call. The caller was already allowed in.
     *
     * @param request its path begins behind the workspace: {@code /api/2.0/mlflow/...}
     */
    Reply handle(String workspace, Request request);

    @Override
    void close();
}
