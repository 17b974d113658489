package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.Where;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems found so far, and the folder against which the file's paths are resolved. */
public final class Check {
    private final Path folder;
    private final boolean trusted;
    private final List<Problem> problems;

    /** @param trusted whether paths are taken to name what they did at an earlier check */
    public Check(Path folder, boolean trusted) {
        this(folder, trusted, new ArrayList<>());
    }

    private Check(Path folder, boolean trusted, List<Problem> problems) {
        this.folder = folder;
        this.trusted = trusted;
        this.problems = problems;
    }

    /** Reports to the same list while paths are resolved against another folder. */
    Check in(Path otherFolder) {
        return new Check(otherFolder, trusted, problems);
    }

    /** A trial whose problems are its own. */
    Check trial() {
        return new Check(folder, trusted);
    }

    void adopt(Check trial) {
        problems.addAll(trial.problems);
    }

    public void report(Where where, String what) {
        report(where, what, null);
    }

    public void report(Where where, String what, @Nullable String suggestion) {
        problems.add(Problem.at(where, ProblemCode.INVALID_FILE, what).suggesting(suggestion));
    }

    void adopt(List<Problem> more) {
        problems.addAll(more);
    }

    /** Reports that the node is not what its type expects. */
    @Nullable
    Object mismatch(Node node, Type type) {
        report(node.where(), "expected " + type.expected() + ", found " + node.noun());
        return null;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean isClean() {
        return problems.isEmpty();
    }

    boolean isThere(Path path) {
        return trusted || Files.exists(path);
    }

    /** The absolute path of a path written in the file. */
    Path resolve(String path) {
        return folder.resolve(path).toAbsolutePath().normalize();
    }
}
