package io.jenkins.plugins.azml.plugin.run;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.schema.Nearest;
import io.jenkins.plugins.azml.plugin.config.AzmlConfiguration;
import io.jenkins.plugins.azml.plugin.config.NamedWorkspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The configured workspaces as a job may use them. */
public final class Places {
    private final AzmlConfiguration configuration;

    public Places(AzmlConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * The workspace of that name.
     *
     * @param job the full name of the job that wants it
     * @throws ProblemException INVALID_ARGUMENT if there is none, NOT_ALLOWED if the job may not use it
     */
    public NamedWorkspace find(String name, String job) {
        NamedWorkspace found = configuration.findWorkspace(name).orElseThrow(() -> unknown(name));
        if (!found.admits(job)) {
            throw Problem.of(
                            ProblemCode.NOT_ALLOWED,
                            "job '" + job + "' may not use workspace '" + name
                                    + "': it is not in one of the folders that the administrator lists for it")
                    .asException();
        }
        return found;
    }

    /**
     * The name that a step means: its own, the default, or the only one there is. A subscription or resource group says
     * which configured workspace is meant; there is no way to another one.
     *
     * @throws ProblemException INVALID_ARGUMENT if none is meant, or none is configured there
     */
    public String name(@Nullable String asked, @Nullable String subscription, @Nullable String resourceGroup) {
        if (subscription != null || resourceGroup != null) {
            return placed(asked, subscription, resourceGroup);
        }
        if (asked != null) {
            return asked;
        }
        String usual = configuration.getDefaultWorkspace();
        List<NamedWorkspace> all = configuration.getWorkspaces();
        if (usual == null && all.size() != 1) {
            throw Problem.of(
                            ProblemCode.INVALID_ARGUMENT,
                            "the step names no workspace and the administrator has set no default; expected workspace:"
                                    + " one of " + names())
                    .asException();
        }
        return usual == null ? all.get(0).getName() : usual;
    }

    private String placed(@Nullable String asked, @Nullable String subscription, @Nullable String resourceGroup) {
        List<NamedWorkspace> there = configuration.getWorkspaces().stream()
                .filter(place -> asked == null
                        || asked.equals(place.getName())
                        || asked.equals(place.id().name()))
                .filter(place -> subscription == null || subscription.equals(place.getSubscription()))
                .filter(place -> resourceGroup == null || resourceGroup.equals(place.getResourceGroup()))
                .toList();
        if (there.size() != 1) {
            throw Problem.of(
                            ProblemCode.INVALID_ARGUMENT,
                            (there.isEmpty() ? "no workspace" : "more than one workspace")
                                    + " of Jenkins' configuration is in"
                                    + (subscription == null ? "" : " subscription '" + subscription + "'")
                                    + (resourceGroup == null ? "" : " resource group '" + resourceGroup + "'")
                                    + (asked == null ? "" : " and called '" + asked + "'")
                                    + "; a step reaches what the administrator has named: " + names())
                    .asException();
        }
        return there.get(0).getName();
    }

    private ProblemException unknown(String name) {
        List<String> names = configuration.getWorkspaces().stream()
                .map(NamedWorkspace::getName)
                .toList();
        return Problem.of(
                        ProblemCode.INVALID_ARGUMENT,
                        "there is no workspace '" + name + "' in Jenkins' configuration; it names " + names())
                .suggesting(Nearest.of(name, names).orElse(null))
                .asException();
    }

    private String names() {
        return configuration.getWorkspaces().isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        configuration.getWorkspaces().stream()
                                .map(NamedWorkspace::getName)
                                .toList());
    }
}
