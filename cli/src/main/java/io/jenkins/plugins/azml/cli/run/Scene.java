package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.cli.config.Connections;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.Optional;

/** What a stage is made in: its run, the files as they were, its workspaces. */
public record Scene(RunRecord record, RunFolder folder, Connections connections) {
    public RunId run() {
        return record.run();
    }

    /** What a file said when the run began. */
    public String text(String file) {
        return folder.text(file, record.copyOf(file));
    }

    public Workspace workspace() {
        return connections.workspace(record.place(RunRecord.WORKSPACE));
    }

    /** Another workspace of the run. */
    public Workspace workspace(String role) {
        return connections.workspace(record.place(role));
    }

    public Optional<Workspace> findWorkspace(String role) {
        return Optional.ofNullable(record.workspaces().get(role)).map(connections::workspace);
    }

    /** Who may be given an endpoint's key there. */
    public Hosts scoringHosts(String role) {
        return connections.scoringHosts(record.place(role));
    }

    /** The place of a workspace of the run. */
    public Place place(String role) {
        return record.place(role);
    }
}
