package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.rest.Transport;
import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateStore;

/** What breaks a protection of the engine from outside, at one of its seams: a mutant. */
interface Sabotage {
    /** The engine as it is. */
    Sabotage NONE = new Sabotage() {};

    default Transport network(Transport network, World world) {
        return network;
    }

    default StateStore disk(StateStore disk, World world) {
        return disk;
    }

    default <S, R> Stage<S, R> stage(Stage<S, R> stage, World world) {
        return stage;
    }
}
