package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import io.jenkins.plugins.azml.engine.spec.yaml.YamlReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An environment by reference, inline, or in a file of its own ({@code file:PATH}).
 *
 * @param named whether an inline environment with a name is registered under it; else the name is ignored
 */
record EnvironmentType(boolean named) implements Type {
    private static final String FILE = "file:";
    private static final AssetType REFERENCE = new AssetType("an environment", Environments.COLLECTION);

    @Override
    public String expected() {
        return REFERENCE.expected() + ", or an inline environment";
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (node instanceof Scalar scalar) {
            return scalar.text().startsWith(FILE)
                    ? file(scalar, check)
                    : scalar.isNull() ? check.mismatch(node, this) : REFERENCE.check(node, check);
        }
        return Environments.INLINE.check(node, check);
    }

    private static @Nullable Object file(Scalar written, Check check) {
        Scalar path = Scalar.text(written.where(), written.text().substring(FILE.length()));
        Object location = PathType.local().check(path, check);
        if (!(location instanceof Location.Local local)) {
            return null;
        }
        try {
            Path folder = local.path().resolveSibling("");
            return Environments.INLINE.check(YamlReader.read(local.path()), check.in(folder));
        } catch (ProblemException e) {
            check.adopt(e.problems());
            return null;
        }
    }

    @Override
    public Object wire(Object value, Wiring wiring) {
        if (value instanceof Fields fields) {
            return named && fields.has("name")
                    ? Environments.put(fields, wiring)
                    : Environments.putAnonymous(fields, wiring);
        }
        return REFERENCE.wire(value, wiring);
    }
}
