package io.jenkins.plugins.azml.plugin.run;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.call.Scene;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.turn.RunId;
import io.jenkins.plugins.azml.plugin.agent.AgentFiles;
import io.jenkins.plugins.azml.plugin.agent.AgentStorage;
import io.jenkins.plugins.azml.plugin.agent.CapturedDisk;
import java.nio.file.Path;
import java.util.Optional;

/** A run of a build: its files as they were, its workspaces with the build's credentials, uploads from its agent. */
final class BuildScene implements Scene {
    private final LiveRun run;
    private final io.jenkins.plugins.azml.plugin.run.Hosts hosts;
    private final CapturedDisk disk;

    BuildScene(LiveRun run, io.jenkins.plugins.azml.plugin.run.Hosts hosts) {
        this.run = run;
        this.hosts = hosts;
        this.disk = new CapturedDisk(run.capture());
    }

    @Override
    public RunId run() {
        return run.id();
    }

    @Override
    public Path path(String file) {
        return disk.path(file);
    }

    @Override
    public String text(String file) {
        return disk.text(file);
    }

    /** The captured disk knows what was there. */
    @Override
    public boolean hasBegun() {
        return false;
    }

    @Override
    public Optional<Workspace> findWorkspace(String role) {
        if (!run.saved().workspaces().containsKey(role)) {
            return Optional.empty();
        }
        return Optional.of(hosts.workspace(run, role).withFiles(new AgentFiles(run.seat(), storage(role))));
    }

    /** How the agent reaches the storage of a workspace. */
    AgentStorage storage(String role) {
        return hosts.storage(run, role);
    }

    @Override
    public Hosts scoringHosts(String role) {
        return hosts.connection(run, role).cloud().scoringHosts();
    }
}
