package io.jenkins.plugins.azml.acceptance;

import java.time.Duration;
import org.awaitility.Awaitility;

/** A Pipeline job. */
record Job(Jenkins jenkins, String path) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Starts a build and gives it once it has left the queue. */
    Build build() {
        int number = jenkins.json(path + "api/json?tree=nextBuildNumber")
                .node()
                .path("nextBuildNumber")
                .asInt();
        jenkins.post(path + "build");
        return build(number);
    }

    /** A build that something else starts, or has started. */
    Build build(int number) {
        Build build = new Build(jenkins, path + number + "/");
        Awaitility.await().atMost(PATIENCE).until(() -> jenkins.status("GET", build.path() + "api/json") == 200);
        return build;
    }
}
