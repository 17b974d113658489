package io.jenkins.plugins.azml.runner.build;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stage or branch in the build's record. */
public final class StageNode implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String type;
    private final ArrayList<StageNode> children = new ArrayList<>();
    private final Instant started;
    private StageStatus status = StageStatus.SUCCESS;
    private Duration time = Duration.ZERO;

    StageNode(String name, String type, Instant started) {
        this.name = name;
        this.type = type;
        this.started = started;
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

    /** How long it took; zero while it runs. */
    public Duration time() {
        return time;
    }

    void end(Instant now) {
        time = Duration.between(started, now);
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
