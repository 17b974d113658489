package io.jenkins.plugins.azml.engine.rest;

/** Where the pipeline gets bearer tokens. Safe for many threads. */
@FunctionalInterface
public interface TokenSource {
    /**
     * A token that is valid now.
     *
     * @param fresh true when the last one was refused: one from a cache will not do
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_SIGNED_IN if there is none
     */
    String token(boolean fresh);
}
