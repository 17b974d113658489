package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.cli.config.Connections;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.nio.file.Path;
import java.util.Optional;

/** A run of this folder: the files as they were, its workspaces. */
public record Scene(RunRecord record, RunFolder folder, boolean hasBegun, Connections connections)
        implements io.jenkins.plugins.azml.engine.call.Scene {
    @Override
    public RunId run() {
        return record.run();
    }

    @Override
    public Path path(String file) {
        return Path.of(file);
    }

    @Override
    public String text(String file) {
        return folder.text(file, record.copyOf(file));
    }

    @Override
    public Optional<Workspace> findWorkspace(String role) {
        return Optional.ofNullable(record.workspaces().get(role)).map(connections::workspace);
    }

    @Override
    public Hosts scoringHosts(String role) {
        return connections.scoringHosts(record.place(role));
    }
}
