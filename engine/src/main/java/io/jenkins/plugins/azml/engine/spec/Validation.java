package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.problem.Where;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Checks files offline and reports everything that is wrong in any of them.
 *
 * @param others readers of the kinds that are no specs (gates, tests); each throws {@link ProblemException}
 */
public record Validation(Map<Kind, Consumer<Path>> others) {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
            Finding::where, Comparator.comparingInt(Where::line).thenComparingInt(Where::column));

    public Validation {
        others = Map.copyOf(others);
    }

    /** The findings in the order of the files and of the places in them; none if all are right. */
    public List<Finding> check(List<Path> files, Overrides overrides) {
        return files.stream().flatMap(file -> check(file, overrides)).toList();
    }

    private Stream<Finding> check(Path file, Overrides overrides) {
        try {
            read(file, overrides);
            return Stream.empty();
        } catch (ProblemException e) {
            return findings(file, e.problems());
        }
    }

    private void read(Path file, Overrides overrides) {
        Consumer<Path> reader = others.isEmpty() ? null : others.get(Specs.kind(file));
        if (reader == null) {
            Specs.read(file, overrides);
        } else {
            reader.accept(file);
        }
    }

    private static Stream<Finding> findings(Path file, List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Finding(file.toString(), problem))
                .sorted(BY_PLACE);
    }

    /** As a JSON array. */
    public static String json(List<Finding> findings) {
        return Json.pretty(findings.stream().map(Finding::json).toList());
    }
}
