package io.jenkins.plugins.azml.runner.build;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A stage or branch in the build's record. */
public final class StageNode implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String type;
    private final ArrayList<StageNode> children = new ArrayList<>();
    private StageStatus status = StageStatus.SUCCESS;

    StageNode(String name, String type) {
        this.name = name;
        this.type = type;
    }

    public String name() {
        return name;
    }

    /** {@code STAGE}, {@code PARALLEL} for a branch, {@code PARALLEL_BLOCK} for branches without a stage around them. */
    public String type() {
        return type;
    }

    public StageStatus status() {
        return status;
    }

    public List<StageNode> children() {
        return children;
    }

    /** A stage that was skipped stays so, whatever its body ends with. */
    void worsen(StageStatus other) {
        if (!isSkipped() && other.compareTo(status) > 0) {
            status = other;
        }
    }

    void skip() {
        status = StageStatus.SKIPPED;
    }

    boolean isSkipped() {
        return status == StageStatus.SKIPPED;
    }
}
