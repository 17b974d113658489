package io.jenkins.plugins.azml.engine.call;

/**
 * A call of one stage: a record of what the user asked for, beside files and workspaces. Holds no secret; saved as JSON
 * with the run.
 */
public interface StageCall<S, R> {
    /**
     * Makes the stage. Sends nothing.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException with every problem of the files
     */
    Called<S, R> in(Scene scene);
}
