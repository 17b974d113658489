package io.jenkins.plugins.azml.scenarios.memory;

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

/** Saved states as bytes, all of them kept: what a disk holds, and what it held. */
final class MemoryStates implements StateStore {
    final Map<RunId, byte[]> now = new HashMap<>();
    final List<byte[]> ever = new ArrayList<>();

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
        now.put(run, bytes);
        ever.add(bytes);
    }
}
