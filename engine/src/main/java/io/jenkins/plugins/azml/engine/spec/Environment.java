package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.Fields;
import io.jenkins.plugins.azml.engine.spec.schema.Kind;
import java.util.Optional;

/** An environment. */
public record Environment(Source source, Checked checked) implements Spec {

    @Override
    public Kind kind() {
        return Kind.ENVIRONMENT;
    }

    @Override
    public Fields fields() {
        return checked.fields();
    }

    public Optional<String> image() {
        return fields().text("image");
    }

    /** The conda file as it is sent: YAML with sorted keys. */
    public Optional<String> conda() {
        return fields().text("conda_file").filter(text -> !text.isEmpty());
    }
}
