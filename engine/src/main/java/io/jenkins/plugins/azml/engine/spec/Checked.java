package io.jenkins.plugins.azml.engine.spec;

import io.jenkins.plugins.azml.engine.spec.schema.Fields;
import io.jenkins.plugins.azml.engine.spec.schema.KindRow;
import io.jenkins.plugins.azml.engine.spec.wire.Wiring;

/** Values that were found right, with the row that they were checked against and are written by. */
public record Checked(KindRow row, Object value) {

    Fields fields() {
        return KindRow.fields(value);
    }

    void write(Wiring wiring) {
        row.write(value, wiring);
    }
}
