package io.jenkins.plugins.azml.emulator.mlflow;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How the process of a job reaches the tracking store: through the emulator, never the server behind it. */
public interface TrackingAccess {
    /** The address in front of {@code /api/2.0/mlflow/...}, http or https. */
    URI trackingUri(String workspace);

    /** A bearer token that is good for as long as a job may run. */
    String token();

    /** The PEM file of the authority behind an https address. */
    Optional<Path> authority();
}
