package io.jenkins.plugins.azml.emulator.faults;

import io.jenkins.plugins.azml.emulator.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are still to happen. The first that matches a request meets it. */
public final class Faults {
    private final List<Fault> pending = new ArrayList<>();

    public synchronized void add(Fault fault) {
        pending.add(fault);
    }

    public synchronized List<Fault> pending() {
        return List.copyOf(pending);
    }

    public synchronized void clear() {
        pending.clear();
    }

    /** The fault that meets this request, and one occasion of it less. */
    public synchronized Optional<Fault> meet(String operation, Request request) {
        for (int i = 0; i < pending.size(); i++) {
            Fault fault = pending.get(i);
            if (fault.matches(operation, request)) {
                consume(i, fault);
                return fault.skip() > 0 ? Optional.empty() : Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void consume(int index, Fault fault) {
        if (fault.skip() > 0) {
            pending.set(index, fault.skipping(fault.skip() - 1));
        } else if (fault.times() > 1) {
            pending.set(index, fault.times(fault.times() - 1));
        } else {
            pending.remove(index);
        }
    }
}
