package io.jenkins.plugins.azml.engine.credential;

/** Gets a new token from where tokens are made. */
@FunctionalInterface
interface TokenFetcher {
    /** @throws io.jenkins.plugins.azml.engine.problem.ProblemException NOT_SIGNED_IN if there is none */
    AccessToken fetch();
}
