package io.jenkins.plugins.azml.runner.build;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** What a script loses at a restart or to the CPS engine, each with its place, in words and once. Used on one thread. */
public final class Findings {
    private final Set<String> all = new LinkedHashSet<>();
    private final Map<Throwable, String> thrown = new WeakHashMap<>();
    private @Nullable String failure;

    /** @param place where in the scripts it is, {@code Jenkinsfile:12} */
    public void add(Optional<String> place, String what) {
        all.add(place.map(known -> known + ": ").orElse("") + what);
    }

    /** Takes up what was found before a restart. */
    public void restore(List<String> before) {
        all.addAll(before);
    }

    /** Remembers at which call a step failed: what it threw need not know. */
    public void thrown(Throwable what, @Nullable String place) {
        if (place != null) {
            thrown.putIfAbsent(what, place);
        }
    }

    /** The call of the step that threw a failure. */
    public Optional<String> placeOf(Throwable what) {
        return Optional.ofNullable(thrown.get(what));
    }

    /** Keeps why the build failed: the first that is told. */
    public void failed(String line) {
        failure = failure == null ? line : failure;
    }

    /** Why the build failed, in one line; null where it did not. */
    public @Nullable String failure() {
        return failure;
    }

    public List<String> all() {
        return List.copyOf(all);
    }
}
