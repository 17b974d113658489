package io.jenkins.plugins.azml.plugin.build;

import java.io.Serializable;
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

    void move(String newStatus, long at) {
        status = newStatus;
        ended = at;
    }

    void foundAt(String url) {
        studioUrl = url;
    }
}
