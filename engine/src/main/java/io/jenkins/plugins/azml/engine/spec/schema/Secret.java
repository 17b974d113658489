package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import org.jspecify.annotations.Nullable;

/** Text that no message quotes. */
record Secret() implements Type {
    static final Type SECRET = new Secret();

    @Override
    public String expected() {
        return "text";
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (node instanceof Scalar scalar && scalar.value() instanceof String text) {
            return text;
        }
        check.report(node.where(), "expected text; put it in quotes (the value is not shown)");
        return null;
    }
}
