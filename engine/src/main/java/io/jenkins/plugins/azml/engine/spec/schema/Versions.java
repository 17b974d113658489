package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;

/** The version of an asset: what the file says, else what the caller gives. */
final class Versions {
    private Versions() {}

    static String of(String collection, Fields fields, Wiring wiring) {
        return fields.text("version")
                .filter(version -> !version.isEmpty())
                .orElseGet(() -> wiring.references().version(collection, fields.needText("name")));
    }
}
