package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import org.jspecify.annotations.Nullable;

/** What a key may hold, and what that becomes on the wire. */
public interface Type {

    /** The checked value, or null after everything that is wrong has been reported. */
    @Nullable
    Object check(Node node, Check check);

    /** What the value must be, for a message: {@code text}, {@code one of key, aml_token}. */
    String expected();

    /** The value as plain JSON, or null if nothing is sent; a {@link Spread} puts several members in its place. */
    default @Nullable Object wire(Object value, Wiring wiring) {
        return value;
    }
}
