package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Mapping;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import org.jspecify.annotations.Nullable;

/** A model by reference or inline. */
record ModelType() implements Type {
    private static final AssetType REFERENCE = new AssetType("a model", Models.COLLECTION);

    @Override
    public String expected() {
        return REFERENCE.expected() + ", or an inline model";
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        return node instanceof Mapping mapping ? inline(mapping, check) : REFERENCE.check(node, check);
    }

    private static @Nullable Object inline(Mapping mapping, Check check) {
        Object checked = Models.INLINE.check(mapping, check);
        if (checked instanceof Fields fields
                && !fields.has("name")
                && fields.values().get("path") instanceof Location.Remote) {
            check.report(mapping.where(), "an inline model at a URI needs a 'name'");
        }
        return checked;
    }

    @Override
    public Object wire(Object value, Wiring wiring) {
        if (value instanceof Fields fields) {
            return fields.has("name") ? Models.put(fields, wiring) : Models.putAnonymous(fields, wiring);
        }
        return REFERENCE.wire(value, wiring);
    }
}
