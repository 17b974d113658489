package io.jenkins.plugins.azml.runner.declarative;

import java.util.ArrayList;
import java.util.List;

/** What is still to be checked when all is read, in an order of its own: each group keeps its place. */
final class Checks {
    private final List<Runnable> checks = new ArrayList<>();

    void add(Runnable check) {
        checks.add(check);
    }

    /** Adds a place that is filled later. */
    Checks group() {
        Checks group = new Checks();
        checks.add(group::run);
        return group;
    }

    void run() {
        for (int i = 0; i < checks.size(); i++) {
            checks.get(i).run();
        }
    }
}
