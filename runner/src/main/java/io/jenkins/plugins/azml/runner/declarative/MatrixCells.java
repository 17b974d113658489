package io.jenkins.plugins.azml.runner.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Unfolds a matrix into a stage for each cell that is not excluded. */
final class MatrixCells {
    private MatrixCells() {}

    static List<Map<String, @Nullable Object>> of(Map<String, @Nullable Object> stage) {
        Map<?, ?> matrix = (Map<?, ?>) java.util.Objects.requireNonNull(stage.get("matrix"));
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (Map<String, String> values : combinations(elements(matrix, "axes"))) {
            if (!isExcluded(values, (List<?>) matrix.get("excludes"))) {
                cells.add(cell(String.valueOf(stage.get("name")), values, matrix));
            }
        }
        return cells;
    }

    private static List<Map<String, String>> combinations(List<?> axes) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Object each : axes) {
            Map<?, ?> axis = (Map<?, ?>) each;
            List<Map<String, String>> longer = new ArrayList<>();
            for (Object value : elements(axis, "values")) {
                for (Map<String, String> shorter : combinations) {
                    Map<String, String> one = new LinkedHashMap<>(shorter);
                    one.put(String.valueOf(axis.get("name")), String.valueOf(value));
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static List<?> elements(Map<?, ?> model, String key) {
        return (List<?>) java.util.Objects.requireNonNull(model.get(key), key);
    }

    private static boolean isExcluded(Map<String, String> values, @Nullable List<?> excludes) {
        return excludes != null && excludes.stream().anyMatch(exclude -> matchesAll(values, (List<?>) exclude));
    }

    private static boolean matchesAll(Map<String, String> values, List<?> axes) {
        return axes.stream().allMatch(each -> {
            Map<?, ?> axis = (Map<?, ?>) each;
            boolean listed = elements(axis, "values").stream()
                    .map(String::valueOf)
                    .anyMatch(value -> value.equals(values.get(axis.get("name"))));
            return listed != Boolean.TRUE.equals(axis.get("inverse"));
        });
    }

    private static Map<String, @Nullable Object> cell(String stage, Map<String, String> values, Map<?, ?> matrix) {
        Map<String, @Nullable Object> cell = new LinkedHashMap<>();
        matrix.forEach((key, value) -> cell.put(String.valueOf(key), value));
        cell.remove("axes");
        cell.remove("excludes");
        cell.put(
                "name",
                stage + " - "
                        + values.entrySet().stream()
                                .map(value -> value.getKey() + " = '" + value.getValue() + "'")
                                .collect(Collectors.joining(", ")));
        cell.put(
                "cell",
                new ArrayList<>(values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList()));
        return cell;
    }
}
