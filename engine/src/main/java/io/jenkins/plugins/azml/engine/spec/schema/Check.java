package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.Where;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems found so far, and the folder against which the file's paths are resolved. */
public final class Check {
    private final Path folder;
    private final List<Problem> problems;

    public Check(Path folder) {
        this(folder, new ArrayList<>());
    }

    private Check(Path folder, List<Problem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Reports to the same list while paths are resolved against another folder. */
    Check in(Path otherFolder) {
        return new Check(otherFolder, problems);
    }

    /** A trial whose problems are its own. */
    Check trial() {
        return new Check(folder);
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

    /** The absolute path of a path written in the file. */
    Path resolve(String path) {
        return folder.resolve(path).toAbsolutePath().normalize();
    }
}
