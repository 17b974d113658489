package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.Fields;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;

/** A datastore. */
public record Datastore(Source source, Checked checked) implements Spec {

    @Override
    public Kind kind() {
        return Kind.DATASTORE;
    }

    @Override
    public Fields fields() {
        return checked.fields();
    }
}
