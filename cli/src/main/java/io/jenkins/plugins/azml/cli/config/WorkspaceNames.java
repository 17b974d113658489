package io.jenkins.plugins.azml.cli.config;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.schema.Nearest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which workspace a name means. For each coordinate a flag wins, then the environment, then the configuration file. Where
 * the environment names another subscription or resource group than the file, the file's entry counts for nothing: it is
 * about another place.
 */
public final class WorkspaceNames {
    private final Map<String, String> environment;
    private final Path file;
    private final Map<String, ConfigFile.Entry> entries;

    /** What the flags say; null for what they do not. */
    public record Flags(
            @Nullable String workspace,
            @Nullable String subscription,
            @Nullable String resourceGroup) {
        /** The same place, another workspace. */
        public Flags with(@Nullable String other) {
            return new Flags(other, subscription, resourceGroup);
        }
    }

    /** @throws ProblemException INVALID_FILE if the configuration is wrong */
    public WorkspaceNames(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.file = home.resolve("config.yml");
        this.entries = ConfigFile.read(file);
    }

    /** Whether the configuration file names any. */
    public static boolean areConfigured(Path home) {
        return !ConfigFile.read(home.resolve("config.yml")).isEmpty();
    }

    /** @throws ProblemException INVALID_ARGUMENT if a coordinate is nowhere to be found */
    public Place place(Flags flags) {
        String name = first(flags.workspace(), variable("AZML_WORKSPACE"), variable("AZUREML_WORKSPACE_NAME"))
                .or(this::onlyEntry)
                .orElseThrow(() -> missing("workspace", "-w NAME", "AZUREML_WORKSPACE_NAME"));
        Optional<String> subscription =
                first(flags.subscription(), variable("AZML_SUBSCRIPTION"), variable("AZURE_SUBSCRIPTION_ID"));
        Optional<String> group =
                first(flags.resourceGroup(), variable("AZML_RESOURCE_GROUP"), variable("AZURE_RESOURCE_GROUP"));
        Optional<ConfigFile.Entry> entry = Optional.ofNullable(entries.get(name))
                .filter(found -> agrees(subscription, found.subscription()) && agrees(group, found.resourceGroup()));
        return new Place(
                subscription
                        .or(() -> entry.flatMap(ConfigFile.Entry::subscription))
                        .orElseThrow(() -> unknown(name, "subscription", "AZURE_SUBSCRIPTION_ID")),
                group.or(() -> entry.flatMap(ConfigFile.Entry::resourceGroup))
                        .orElseThrow(() -> unknown(name, "resource group", "AZURE_RESOURCE_GROUP")),
                entry.map(ConfigFile.Entry::workspace).orElse(name),
                entry.map(ConfigFile.Entry::cloud).orElse(""));
    }

    private static boolean agrees(Optional<String> named, Optional<String> configured) {
        return named.isEmpty() || configured.isEmpty() || named.equals(configured);
    }

    private Optional<String> onlyEntry() {
        return entries.size() == 1 ? entries.keySet().stream().findFirst() : Optional.empty();
    }

    private @Nullable String variable(String name) {
        return environment.get(name);
    }

    private static Optional<String> first(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    private ProblemException unknown(String name, String what, String variable) {
        if (entries.isEmpty() || entries.containsKey(name)) {
            return missing(what + " of workspace '" + name + "'", "--" + what.replace(' ', '-'), variable);
        }
        return Problem.of(
                        ProblemCode.INVALID_ARGUMENT,
                        "there is no workspace '" + name + "' in " + file + "; it names "
                                + String.join(", ", entries.keySet()))
                .suggesting(Nearest.of(name, entries.keySet()).orElse(null))
                .asException();
    }

    private ProblemException missing(String what, String flag, String variable) {
        return Problem.of(
                        ProblemCode.INVALID_ARGUMENT,
                        "the " + what + " is not known: expected " + flag + ", " + variable + " or an entry in " + file)
                .asException();
    }
}
