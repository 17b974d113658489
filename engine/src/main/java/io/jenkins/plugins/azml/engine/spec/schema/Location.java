package io.jenkins.plugins.azml.engine.spec.schema;

import java.nio.file.Path;

/** Where content lies: here, at a URI, in an asset; or an expression that says so later. */
public sealed interface Location {
    record Local(Path path) implements Location {}

    record Remote(String uri) implements Location {}

    record Asset(AssetReference reference) implements Location {}

    record Expression(String text) implements Location {}
}
