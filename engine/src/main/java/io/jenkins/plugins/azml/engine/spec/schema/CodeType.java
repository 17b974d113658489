package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.References;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Code: a local folder or file, whose code version is written first, or one that exists. */
record CodeType(PathType path) implements Type {
    private static final long HASH_VERSION = 202208;

    @Override
    public String expected() {
        return "a folder or file that exists";
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (node instanceof Scalar scalar && scalar.text().startsWith("git+")) {
            check.report(
                    node.where(), "code from git is not supported, found " + node.noun() + "; name a local folder");
            return null;
        }
        return path.check(node, check);
    }

    @Override
    public Object wire(Object value, Wiring wiring) {
        return value instanceof Location.Local local
                ? version(wiring.references().code(local.path()), wiring)
                : ((Location.Asset) value).reference().wire("codes", wiring);
    }

    private static String version(References.Code code, Wiring wiring) {
        Map<String, @Nullable Object> body = Map.of(
                "properties",
                Map.of(
                        "codeUri", code.uri(),
                        "isAnonymous", true,
                        "properties", Map.of("hash_sha256", code.hash(), "hash_version", HASH_VERSION)));
        return wiring.put(wiring.versionId("codes", code.name(), code.version()), body);
    }
}
