package io.jenkins.plugins.azml.runner.build;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a script loses at a restart or to the CPS engine, each with its place, in words and once. Used on one thread. */
public final class Findings {
    private final Set<String> all = new LinkedHashSet<>();

    /** @param place where in the scripts it is, {@code Jenkinsfile:12} */
    public void add(Optional<String> place, String what) {
        all.add(place.map(known -> known + ": ").orElse("") + what);
    }

    /** Takes up what was found before a restart. */
    public void restore(List<String> before) {
        all.addAll(before);
    }

    public List<String> all() {
        return List.copyOf(all);
    }
}
