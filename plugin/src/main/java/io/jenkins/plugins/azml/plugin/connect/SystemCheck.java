package io.jenkins.plugins.azml.plugin.connect;

import hudson.Extension;
import io.jenkins.plugins.azml.engine.rest.Budget;
import io.jenkins.plugins.azml.plugin.config.ConnectionCheck;
import io.jenkins.plugins.azml.plugin.config.NamedWorkspace;
import java.time.InstantSource;

/** Tries a workspace with the credential that Jenkins itself has. */
@Extension
public final class SystemCheck implements ConnectionCheck {
    @Override
    public String check(NamedWorkspace workspace) {
        String id = workspace.getCredentialsId();
        return new Connector(System.getenv(), InstantSource.system())
                .open(workspace, id == null ? null : () -> AzureCredential.ofSystem(id), Budget.ofSubscription())
                .workspace(workspace.id())
                .facts()
                .location();
    }
}
