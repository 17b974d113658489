package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.StateStore;
import java.util.Optional;

/** A disk as one host sees it: remembers the state that the host read or wrote last. */
final class View implements StateStore {
    private final StateStore disk;
    private Optional<Envelope> seen = Optional.empty();

    View(StateStore disk) {
        this.disk = disk;
    }

    /** The state that the host goes by; empty before it has read one. */
    Optional<Envelope> seen() {
        return seen;
    }

    @Override
    public Optional<Envelope> load(RunId run) {
        seen = disk.load(run);
        return seen;
    }

    @Override
    public void save(RunId run, Envelope envelope) {
        disk.save(run, envelope);
        seen = Optional.of(envelope);
    }
}
