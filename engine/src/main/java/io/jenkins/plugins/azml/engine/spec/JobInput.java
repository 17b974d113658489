package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.Inputs;
import io.jenkins.plugins.azml.engine.spec.schema.Location;

/** An input of a job. */
public sealed interface JobInput {

    /** Text, number or boolean, as the text that the job gets. */
    record Literal(String value) implements JobInput {}

    /** Content: data or a model. */
    record Content(String type, Location path) implements JobInput {}

    static JobInput of(Object checked) {
        return Inputs.literal(checked)
                .<JobInput>map(Literal::new)
                .orElseGet(() -> new Content(Inputs.type(checked), Inputs.path(checked)));
    }
}
