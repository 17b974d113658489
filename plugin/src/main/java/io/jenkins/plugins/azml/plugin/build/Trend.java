package io.jenkins.plugins.azml.plugin.build;

import io.jenkins.plugins.azml.engine.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of a job's builds. */
public final class Trend {
    private final List<TrendRow> rows;

    /** @param rows the newest build first */
    Trend(List<TrendRow> rows) {
        this.rows = rows.stream().filter(row -> !row.isEmpty()).toList();
    }

    /** The newest build first; builds that measured nothing are left out. */
    public List<TrendRow> getRows() {
        return rows;
    }

    /** Whether there is anything to show. Not {@code isEmpty}: that is a word of the language of views. */
    public boolean isShown() {
        return !rows.isEmpty();
    }

    /** The names of all metrics. */
    public List<String> getMetrics() {
        return rows.stream()
                .flatMap(row -> row.metrics().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** A metric as JSON for a chart, the oldest build first: number, value or null, verdict. */
    public String points(String metric) {
        List<Map<String, @Nullable Object>> points = new ArrayList<>();
        rows.forEach(row -> points.add(point(row, metric)));
        Collections.reverse(points);
        return Json.write(points);
    }

    private static Map<String, @Nullable Object> point(TrendRow row, String metric) {
        Double value = row.metrics().get(metric);
        Map<String, @Nullable Object> point = new LinkedHashMap<>();
        point.put("build", row.getNumber());
        point.put("value", value == null || !Double.isFinite(value) ? null : value);
        point.put("verdict", row.getVerdict());
        point.put("held", row.isHeld());
        return point;
    }
}
