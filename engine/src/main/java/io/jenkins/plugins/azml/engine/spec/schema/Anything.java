package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Whatever the user writes, sent as it is. */
record Anything() implements Type {
    static final Type ANYTHING = new Anything();

    @Override
    public String expected() {
        return "a value";
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        return PlainJson.of(node);
    }
}
