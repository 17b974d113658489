package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping of which nothing needs to be written: {@code model:} means the same as {@code model: {}}. */
record OrEmpty(Table table) implements Type {

    @Override
    public String expected() {
        return table.expected();
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        return node instanceof Scalar scalar && scalar.isNull() ? new Fields(Map.of()) : table.check(node, check);
    }

    @Override
    public @Nullable Object wire(Object value, Wiring wiring) {
        return table.wire(value, wiring);
    }
}
