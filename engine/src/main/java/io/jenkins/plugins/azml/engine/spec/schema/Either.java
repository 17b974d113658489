package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import org.jspecify.annotations.Nullable;

/** One type when the value is single, another when it is a mapping or a list. */
record Either(Type single, Type structured) implements Type {

    private record Chosen(Type type, Object value) {}

    /** The value that the chosen type gave. */
    static Object value(Object checked) {
        return checked instanceof Chosen chosen ? chosen.value() : checked;
    }

    @Override
    public String expected() {
        return single.expected() + " or " + structured.expected();
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (node instanceof Scalar scalar && scalar.isNull()) {
            return check.mismatch(node, this);
        }
        Type type = node instanceof Scalar ? single : structured;
        Object value = type.check(node, check);
        return value == null ? null : new Chosen(type, value);
    }

    @Override
    public @Nullable Object wire(Object value, Wiring wiring) {
        Chosen chosen = (Chosen) value;
        return chosen.type().wire(chosen.value(), wiring);
    }
}
