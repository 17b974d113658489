package io.jenkins.plugins.azml.cli.config;

import io.jenkins.plugins.azml.cli.Outside;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.connect.Connection;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import java.util.HashMap;
import java.util.Map;

/** One connection a cloud, opened when it is first needed. */
public final class Connections {
    private final Map<String, String> environment;
    private final Outside outside;
    private final Map<String, Connection> open = new HashMap<>();

    public Connections(Map<String, String> environment, Outside outside) {
        this.environment = environment;
        this.outside = outside;
    }

    public Workspace workspace(Place place) {
        return connection(place).workspace(place.id());
    }

    /** Who may be given an endpoint's key. */
    public Hosts scoringHosts(Place place) {
        return connection(place).cloud().scoringHosts();
    }

    private Connection connection(Place place) {
        return open.computeIfAbsent(place.cloud(), cloud -> {
            Map<String, String> seen = new HashMap<>(environment);
            if (!cloud.isEmpty()) {
                seen.put("AZUREML_CURRENT_CLOUD", cloud);
            }
            return outside.connect(seen);
        });
    }
}
