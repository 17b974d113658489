package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.StateStore;
import java.util.Optional;

/** Puts another state in the place of the one of its generation, and lets the host die before its next save. */
final class OtherState implements Sabotage {
    private final byte[] other;
    private boolean placed;
    private boolean died;

    OtherState(byte[] other) {
        this.other = other;
    }

    /** Whether a host was given the state to go on from. */
    boolean isPlaced() {
        return placed;
    }

    @Override
    public StateStore disk(StateStore disk, World world) {
        return new StateStore() {
            @Override
            public Optional<Envelope> load(RunId run) {
                return disk.load(run);
            }

            @Override
            public void save(RunId run, Envelope envelope) {
                if (placed && !died) {
                    died = true;
                    throw new Crash();
                }
                disk.save(run, envelope);
                if (!placed && envelope.generation() == Envelope.read(other).generation()) {
                    placed = true;
                    world.disk().restore(run, other);
                }
            }
        };
    }
}
