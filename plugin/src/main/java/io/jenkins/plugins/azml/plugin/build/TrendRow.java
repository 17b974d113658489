package io.jenkins.plugins.azml.plugin.build;

import io.jenkins.plugins.azml.engine.gate.Decision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A build in a trend: the figures of its trainings, a later one's in place of an earlier one's, and its last verdict. */
public final class TrendRow {
    private final int number;
    private final Map<String, Double> metrics = new TreeMap<>();
    private @Nullable String verdict;

    TrendRow(int number, List<StageEntry> stages) {
        this.number = number;
        stages.forEach(stage -> {
            metrics.putAll(stage.getMetrics());
            verdict = Objects.requireNonNullElse(stage.getVerdict(), verdict == null ? "" : verdict);
        });
    }

    public int getNumber() {
        return number;
    }

    /** {@code better}, {@code equal}, {@code worse}, {@code blocked}, or empty. */
    public String getVerdict() {
        return verdict == null ? "" : verdict;
    }

    public boolean isHeld() {
        return Decision.of(getVerdict()).filter(decision -> !decision.passes()).isPresent();
    }

    boolean isEmpty() {
        return metrics.isEmpty() && getVerdict().isEmpty();
    }

    Map<String, Double> metrics() {
        return metrics;
    }

    /** The figures for a table with those columns. */
    public List<String> figures(List<String> names) {
        return names.stream().map(name -> Figure.text(metrics.get(name))).toList();
    }
}
