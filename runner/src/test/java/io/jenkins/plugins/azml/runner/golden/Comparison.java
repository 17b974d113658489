package io.jenkins.plugins.azml.runner.golden;

import java.util.ArrayList;
import java.util.List;

/** Compares two consoles line by line, with ranges in which the order is free. */
final class Comparison {
    private Comparison() {}

    static boolean equal(List<String> actual, String expected, List<int[]> freeOrder) {
        return difference(actual, expected, freeOrder).isEmpty();
    }

    /** Words the first difference, or gives an empty text. */
    static String difference(List<String> actual, String expected, List<int[]> freeOrder) {
        List<String> wanted = new ArrayList<>(expected.lines().toList());
        List<String> given = new ArrayList<>(actual);
        for (int[] range : freeOrder) {
            sort(wanted, range);
            sort(given, range);
        }
        for (int i = 0; i < Math.max(wanted.size(), given.size()); i++) {
            String want = i < wanted.size() ? wanted.get(i) : "(end)";
            String have = i < given.size() ? given.get(i) : "(end)";
            if (!want.equals(have)) {
                return "line " + (i + 1) + "\n  Jenkins: " + want + "\n  here:    " + have;
            }
        }
        return "";
    }

    private static void sort(List<String> lines, int[] range) {
        int from = Math.min(range[0] - 1, lines.size());
        int to = Math.min(range[1], lines.size());
        if (from < to) {
            lines.subList(from, to).sort(null);
        }
    }

    /** Compares without the lines of the Pipeline itself: their number before and inside free ranges is taken into account. */
    static boolean equalText(List<String> actual, String expected, List<int[]> freeOrder) {
        List<String> wanted = expected.lines().toList();
        List<int[]> ranges = new ArrayList<>();
        for (int[] range : freeOrder) {
            int before = text(wanted.subList(0, range[0] - 1)).size();
            int inside = text(wanted.subList(range[0] - 1, Math.max(range[0] - 1, range[1])))
                    .size();
            ranges.add(new int[] {before + 1, before + inside});
        }
        return equal(text(actual), String.join("\n", text(wanted)), ranges);
    }

    private static List<String> text(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("[Pipeline]")).toList();
    }
}
