package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.json.Json;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks files offline and reports everything that is wrong in any of them. */
public final class Validation {
    private Validation() {}

    /** The findings in the order of the files; none if all are right. */
    public static List<Finding> check(List<Path> files, Overrides overrides) {
        return files.stream().flatMap(file -> check(file, overrides)).toList();
    }

    private static Stream<Finding> check(Path file, Overrides overrides) {
        try {
            Specs.read(file, overrides);
            return Stream.empty();
        } catch (ProblemException e) {
            return e.problems().stream().map(problem -> new Finding(file.toString(), problem));
        }
    }

    /** As a JSON array. */
    public static String json(List<Finding> findings) {
        return Json.pretty(findings.stream().map(Finding::json).toList());
    }
}
