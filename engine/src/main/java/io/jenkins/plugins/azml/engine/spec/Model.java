package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.Fields;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import io.jenkins.plugins.azml.engine.spec.schema.Location;

/** A model. */
public record Model(Source source, Checked checked) implements Spec {

    @Override
    public Kind kind() {
        return Kind.MODEL;
    }

    @Override
    public Fields fields() {
        return checked.fields();
    }

    /** {@code custom_model}, {@code mlflow_model} or {@code triton_model}. */
    public String type() {
        return fields().text("type").orElse("custom_model");
    }

    public Location path() {
        return fields().get("path", Location.class).orElseThrow();
    }
}
