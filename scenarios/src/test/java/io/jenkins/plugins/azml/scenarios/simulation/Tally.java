package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts by two names, as a table. */
final class Tally {
    private final String title;
    private final Map<String, Map<String, Integer>> rows = new TreeMap<>();
    private final Set<String> columns = new TreeSet<>();

    Tally(String title) {
        this.title = title;
    }

    void add(String row, String column) {
        columns.add(column);
        rows.computeIfAbsent(row, name -> new TreeMap<>()).merge(column, 1, Integer::sum);
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("| " + title + " | " + String.join(" | ", columns) + " |\n");
        rows.forEach((row, counts) -> {
            table.append("| ").append(row);
            columns.forEach(column -> table.append(" | ").append(counts.getOrDefault(column, 0)));
            table.append(" |\n");
        });
        return table.toString();
    }
}
