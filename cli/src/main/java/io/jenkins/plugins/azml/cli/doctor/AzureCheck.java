package io.jenkins.plugins.azml.cli.doctor;

import io.jenkins.plugins.azml.cli.Azml;
import io.jenkins.plugins.azml.cli.Remedies;
import io.jenkins.plugins.azml.cli.config.Place;
import io.jenkins.plugins.azml.cli.config.WorkspaceNames;
import io.jenkins.plugins.azml.engine.azure.Workspace;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import java.util.List;
import java.util.Map;

/** Where tokens come from, and whether the workspace answers. */
final class AzureCheck {
    private static final Map<String, String> SOURCES = Map.of(
            "AZML_TOKEN", "a token in AZML_TOKEN",
            "AZURE_CLIENT_SECRET", "a service principal by secret",
            "AZURE_CLIENT_CERTIFICATE_PATH", "a service principal by certificate",
            "AZURE_FEDERATED_TOKEN_FILE", "a workload identity",
            "IDENTITY_ENDPOINT", "an identity endpoint");

    private final Azml azml;
    private final WorkspaceNames.Flags flags;

    AzureCheck(Azml azml, WorkspaceNames.Flags flags) {
        this.azml = azml;
        this.flags = flags;
    }

    List<Finding> findings() {
        return List.of(credential(), workspace());
    }

    private Finding credential() {
        String chosen = azml.shell().variable("AZML_CREDENTIAL");
        if (!chosen.isEmpty()) {
            return Finding.good("credential", chosen + ", as AZML_CREDENTIAL says");
        }
        return SOURCES.entrySet().stream()
                .filter(source -> !azml.shell().variable(source.getKey()).isEmpty())
                .findFirst()
                .map(source -> Finding.good("credential", source.getValue()))
                .orElseGet(() -> Finding.good("credential", "none in the environment: managed identity or Azure CLI"));
    }

    private Finding workspace() {
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
