package io.jenkins.plugins.azml.engine.setup;

import io.jenkins.plugins.azml.engine.setup.SetupState.Effect;
import java.util.List;

/** What a set-up did, one item a file. */
public record SetupResult(List<Item> items) {

    /**
     * One resource.
     *
     * @param what kind and name, for example {@code data asset 'diabetes-train:1'}
     */
    public record Item(String file, String what, Effect effect) {}

    public long count(Effect effect) {
        return items.stream().filter(item -> item.effect() == effect).count();
    }
}
