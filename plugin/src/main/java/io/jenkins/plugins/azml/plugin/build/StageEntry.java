package io.jenkins.plugins.azml.plugin.build;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One stage of a build: what a list of stages shows. The rest lies in the run's folder. */
public final class StageEntry implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String run;
    private final String stage;
    private final String node;
    private final String workspace;
    private final long begun;
    private String status = "running";
    private long ended;
    private @Nullable String studioUrl;
    private @Nullable String verdict;
    private @Nullable Map<String, Double> metrics;

    private @Nullable String holder;

    /**
     * A stage that has just begun.
     *
     * @param node of the step in the build's graph
     * @param begun in milliseconds since 1970
     */
    public StageEntry(String run, String stage, String node, String workspace, long begun) {
        this.run = run;
        this.stage = stage;
        this.node = node;
        this.workspace = workspace;
        this.begun = begun;
    }

    public String getRun() {
        return run;
    }

    public String getStage() {
        return stage;
    }

    public String getNode() {
        return node;
    }

    public String getWorkspace() {
        return workspace;
    }

    public long getBegun() {
        return begun;
    }

    /** {@code running}, {@code waiting}, {@code done}, {@code gate}, {@code failed} or {@code cancelled}. */
    public String getStatus() {
        return status;
    }

    /** In milliseconds since 1970; 0 while it has not ended. */
    public long getEnded() {
        return ended;
    }

    public @Nullable String getStudioUrl() {
        return studioUrl;
    }

    /** Figures of a training that has ended: kept here too, so that a trend opens no file of a run. */
    public Map<String, Double> getMetrics() {
        return metrics == null ? Map.of() : Collections.unmodifiableMap(metrics);
    }

    /** The verdict of an evaluation that has ended, or null. */
    public @Nullable String getVerdict() {
        return verdict;
    }

    /** The id of the other build in whose folder the run lies, or null. */
    public @Nullable String getHolder() {
        return holder;
    }

    /** The same run, kept by another build. */
    public StageEntry heldBy(String otherBuild) {
        holder = otherBuild;
        return this;
    }

    void came(StageReport report) {
        metrics = new LinkedHashMap<>(report.numbers());
        verdict = report.getGates().isEmpty() ? null : report.getVerdict();
    }

    void move(String newStatus, long at) {
        status = newStatus;
        ended = at;
    }

    void foundAt(String url) {
        studioUrl = url;
    }
}
