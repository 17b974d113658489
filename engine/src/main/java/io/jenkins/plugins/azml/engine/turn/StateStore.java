package io.jenkins.plugins.azml.engine.turn;

import java.util.Optional;

/** Where a host keeps the state of its runs. Safe for many threads. */
public interface StateStore {
    Optional<Envelope> load(RunId run);

    /**
     * Saves whole or not at all.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException STATE_IN_USE if a generation as high is saved
     *     already: another host has the run
     */
    void save(RunId run, Envelope envelope);
}
