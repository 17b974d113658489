package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.emulator.InMemoryEmulator;
import java.util.List;
import java.util.function.Supplier;

/** Looks for what a mutant breaks. Speaks in types that a mutant's class loader shares with the test's. */
@FunctionalInterface
public interface Hunter {
    /**
     * Runs plans of one subject in their order until one breaks an invariant.
     *
     * @param clean what a clean run of the subject on the engine as it is taught, by {@link Hunt#text}
     * @param prepared a fresh Azure that has what must be there before
     * @return empty if nothing was noticed; otherwise how many plans were run, which check the last of them broke, and
     *     how
     */
    List<String> hunt(List<String> plans, String clean, Supplier<InMemoryEmulator> prepared);
}
