package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.Fields;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;

/** A cluster (amlcompute). */
public record Compute(Source source, Checked checked) implements Spec {

    @Override
    public Kind kind() {
        return Kind.COMPUTE;
    }

    @Override
    public Fields fields() {
        return checked.fields();
    }
}
