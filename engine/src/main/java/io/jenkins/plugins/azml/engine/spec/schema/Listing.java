package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of values of one type. */
record Listing(Type items) implements Type {

    @Override
    public String expected() {
        return "a list, each item " + items.expected();
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (!(node instanceof Sequence sequence)) {
            return check.mismatch(node, this);
        }
        List<Object> checked = new ArrayList<>();
        for (Node item : sequence.items()) {
            Object value = items.check(item, check);
            if (value != null) {
                checked.add(value);
            }
        }
        return List.copyOf(checked);
    }

    @Override
    public Object wire(Object value, Wiring wiring) {
        List<@Nullable Object> body = new ArrayList<>();
        ((List<?>) value).forEach(item -> body.add(items.wire(item, wiring)));
        return body;
    }
}
