package io.jenkins.plugins.azml.cli.doctor;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.Remedies;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.cli.config.WorkspaceNames;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;

/** Whether the workspace answers. */
final class WorkspaceCheck {
    private final Azml azml;
    private final WorkspaceNames.Flags flags;

    WorkspaceCheck(Azml azml, WorkspaceNames.Flags flags) {
        this.azml = azml;
        this.flags = flags;
    }

    Finding finding() {
        try {
            Place place = azml.workspaceNames().place(flags);
            Workspace.Facts facts = azml.connections().workspace(place).facts();
            return Finding.good("workspace", place.workspace() + " answers, region " + facts.location());
        } catch (ProblemException e) {
            return bad(e.problem());
        } catch (Unsettled e) {
            return bad(e.problem());
        }
    }

    /** Without a workspace much of azml works: rendering, checking, the emulator. */
    private static Finding bad(Problem problem) {
        return Finding.warning("workspace", problem.toString(), Remedies.of(problem.code()));
    }
}
