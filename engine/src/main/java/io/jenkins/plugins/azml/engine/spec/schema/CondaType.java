package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A conda environment, inline or as the path of its file. Its value is the text that is hashed and sent. */
record CondaType() implements Type {

    @Override
    public String expected() {
        return "the path of a conda file, or its content";
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (node instanceof Mapping mapping) {
            return text(mapping);
        }
        if (!(node instanceof Scalar scalar) || !(scalar.value() instanceof String path)) {
            return check.mismatch(node, this);
        }
        return path.isEmpty() ? "" : file(path, node, check);
    }

    private static @Nullable Object file(String written, Node node, Check check) {
        Object location = PathType.local().check(node, check);
        if (!(location instanceof Location.Local local)) {
            return null;
        }
        if (Files.isDirectory(local.path())) {
            check.report(node.where(), "expected a conda file, found the folder '" + written + "'");
            return null;
        }
        return content(local.path(), node, check);
    }

    private static @Nullable Object content(Path file, Node node, Check check) {
        try {
            if (YamlReader.read(file) instanceof Mapping mapping) {
                return text(mapping);
            }
            check.report(node.where(), "the conda file '" + file + "' is not a mapping");
        } catch (ProblemException e) {
            check.adopt(e.problems());
        }
        return null;
    }

    private static String text(Mapping mapping) {
        return mapping.entries().isEmpty() ? "" : YamlWriter.write(mapping);
    }

    @Override
    public @Nullable Object wire(Object value, Wiring wiring) {
        return Sent.unlessEmpty(value);
    }
}
