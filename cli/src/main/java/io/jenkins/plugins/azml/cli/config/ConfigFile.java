package io.jenkins.plugins.azml.cli.config;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.spec.schema.MappingReader;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code .azml/config.yml}. The format: {@code docs/cli.md}. */
final class ConfigFile {
    private final List<Problem> problems = new ArrayList<>();

    private ConfigFile() {}

    /** One workspace of the file; what it leaves out is empty. */
    record Entry(Optional<String> subscription, Optional<String> resourceGroup, String workspace, String cloud) {}

    /**
     * The workspaces by their names in the file; none if there is no file.
     *
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException INVALID_FILE for each thing that is wrong
     */
    static Map<String, Entry> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        ConfigFile reader = new ConfigFile();
        Map<String, Entry> entries = reader.entries(YamlReader.read(file));
        MappingReader.finish(reader.problems);
        return entries;
    }

    private Map<String, Entry> entries(Node document) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Optional<Node> workspaces = MappingReader.of(document, "the configuration", problems, "workspaces")
                .flatMap(root -> root.need("workspaces"));
        workspaces.ifPresent(node -> {
            if (node instanceof Mapping named) {
                named.entries().forEach(entry -> entry(entry).ifPresent(read -> entries.put(entry.name(), read)));
            } else {
                MappingReader.of(node, "'workspaces'", problems);
            }
        });
        return entries;
    }

    private Optional<Entry> entry(Mapping.Entry named) {
        String thing = "workspace '" + named.name() + "'";
        return MappingReader.of(named.value(), thing, problems, "subscription", "resourceGroup", "workspace", "cloud")
                .map(reader -> new Entry(
                        reader.text("subscription"),
                        reader.text("resourceGroup"),
                        reader.text("workspace").orElse(named.name()),
                        reader.text("cloud").orElse("")));
    }
}
