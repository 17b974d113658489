package io.jenkins.plugins.azml.runner.build;

import java.util.Map;
import java.util.Optional;

/** The credentials of a run, by id. Never saved and never printed. */
public final class Credentials {
    private final Map<String, Credential> byId;

    public Credentials(Map<String, Credential> byId) {
        this.byId = Map.copyOf(byId);
    }

    public Optional<Credential> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
