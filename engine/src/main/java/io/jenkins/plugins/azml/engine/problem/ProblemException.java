package io.jenkins.plugins.azml.engine.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engine's only exception for failures that are not its own mistakes. Carries one problem or more. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /**
     * Several problems at once, for example all those of one file.
     *
     * @throws IllegalArgumentException if the list is empty
     */
    public ProblemException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a ProblemException needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** All problems, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** The first problem. */
    public Problem problem() {
        return problems.get(0);
    }
}
