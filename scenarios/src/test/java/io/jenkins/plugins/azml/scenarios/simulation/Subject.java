package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.turn.Stage;
import io.jenkins.plugins.azml.engine.turn.StateCodec;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A stage in the simulation: how its world is made, how it begins, what must be left.
 *
 * @param prepare makes what must be there before, undisturbed
 * @param stage a new one for each life of the host
 * @param trafficStates the names of the states in which an endpoint's traffic may change
 * @param ends the code of the problem that the clean run ends with; empty for success
 */
record Subject<S, R>(
        String name,
        Consumer<World> prepare,
        Function<World, Stage<S, R>> stage,
        StateCodec<S> codec,
        S first,
        Set<String> trafficStates,
        String ends) {}
