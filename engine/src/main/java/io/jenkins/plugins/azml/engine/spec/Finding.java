package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.Where;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a file.
 *
 * @param file the checked file as the caller named it
 */
public record Finding(String file, Problem problem) {

    /** The members {@code file}, {@code line}, {@code column}, {@code message} and {@code suggestion}. */
    public Map<String, @Nullable Object> json() {
        Where where = where();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", where.file());
        json.put("line", where.line());
        json.put("column", where.column());
        json.put("code", problem.code().name());
        json.put("message", problem.what());
        json.put("suggestion", problem.suggestion());
        return json;
    }

    /** The place of the problem; the file as a whole if it has none. */
    public Where where() {
        return problem.place().orElse(Where.of(file));
    }

    /** On one line: {@code job.yml:3:1: a command job has no key 'comand'; did you mean 'command'?} */
    @Override
    public String toString() {
        return problem.place().isPresent() ? problem.toString() : file + ": " + problem;
    }
}
