package io.jenkins.plugins.azml.engine.call;

import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.rest.Hosts;
import io.jenkins.plugins.azml.engine.spec.Written;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.nio.file.Path;
import java.util.Optional;

/** What a stage is made in: its run, the files as they were when it began, its workspaces by role. */
public interface Scene {
    /** The role of the workspace that a call names first. */
    String WORKSPACE = "workspace";

    /** The role of the workspace that the champion serves in, where it is another. */
    String CHAMPION = "champion";

    /** The role of the workspace that a promotion goes to. */
    String TARGET = "target";

    RunId run();

    /** Where a file of the call is, so that the paths in it can be resolved. */
    Path path(String file);

    /** What a file said when the run began. */
    String text(String file);

    /** Whether the run has saved a state, so that what its files name need not be here any more. */
    boolean hasBegun();

    default Written written(String file) {
        return new Written(path(file), text(file), hasBegun());
    }

    Optional<Workspace> findWorkspace(String role);

    /** Who may be given an endpoint's key in that workspace. */
    Hosts scoringHosts(String role);

    /** @throws IllegalStateException if the call has no workspace of that role */
    default Workspace workspace(String role) {
        return findWorkspace(role)
                .orElseThrow(() -> new IllegalStateException("no workspace in the role '" + role + "'"));
    }

    default Workspace workspace() {
        return workspace(WORKSPACE);
    }
}
