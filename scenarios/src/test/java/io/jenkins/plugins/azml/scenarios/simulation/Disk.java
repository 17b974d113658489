package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.turn.Envelope;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.engine.turn.StateStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saved states as bytes, all of them kept; a host can die in a save. */
final class Disk implements StateStore {
    private final Map<RunId, byte[]> now = new HashMap<>();
    private final List<byte[]> ever = new ArrayList<>();
    private Saving saving = (bytes, keep) -> keep.run();

    /** What becomes of a save. */
    @FunctionalInterface
    interface Saving {
        void save(byte[] bytes, Runnable keep);
    }

    /** Another disk with the same states on it, without their history. */
    Disk copy() {
        Disk copy = new Disk();
        copy.now.putAll(now);
        return copy;
    }

    void saving(Saving other) {
        saving = other;
    }

    @Override
    public Optional<Envelope> load(RunId run) {
        return Optional.ofNullable(now.get(run)).map(Envelope::read);
    }

    @Override
    public void save(RunId run, Envelope envelope) {
        long saved = load(run).map(Envelope::generation).orElse(-1L);
        if (saved >= envelope.generation()) {
            throw Problem.of(ProblemCode.STATE_IN_USE, "run '" + run + "' is advanced by another host")
                    .asException();
        }
        byte[] bytes = envelope.toBytes();
        saving.save(bytes, () -> keep(run, bytes));
    }

    private void keep(RunId run, byte[] bytes) {
        now.put(run, bytes);
        ever.add(bytes);
    }

    /** Brings an older state back, as a backup would. */
    void restore(RunId run, byte[] bytes) {
        now.put(run, bytes);
    }

    /** Every state that was ever saved, the oldest first. */
    List<byte[]> ever() {
        return List.copyOf(ever);
    }
}
