package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import io.jenkins.plugins.azml.engine.spec.yaml.Sequence;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The file {@code MLTable} in a local folder: which paths the table is made of. */
final class Mltable {
    static final String FILE = "MLTable";
    private static final List<String> PLACES = List.of("pattern", "file", "folder");

    private Mltable() {}

    /**
     * The paths as they are written.
     *
     * @throws ProblemException if the file cannot be read
     */
    static List<String> uris(Path folder) {
        if (!(YamlReader.read(folder.resolve(FILE)) instanceof Mapping table)) {
            return List.of();
        }
        return table.get("paths").stream()
                .flatMap(paths -> paths instanceof Sequence list ? list.items().stream() : Stream.empty())
                .flatMap(path -> uri(path).stream())
                .toList();
    }

    private static Optional<String> uri(Node path) {
        return path instanceof Mapping mapping
                ? PLACES.stream()
                        .flatMap(place -> mapping.get(place).stream())
                        .findFirst()
                        .filter(Scalar.class::isInstance)
                        .map(node -> ((Scalar) node).text())
                : Optional.empty();
    }
}
