package io.jenkins.plugins.azml.acceptance;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A job that makes a job for each branch. */
record Multibranch(Jenkins jenkins, String path) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    void scan() {
        jenkins.post(path + "build?delay=0");
    }

    /** The job of a branch, which may still have to be found. */
    Job branch(String name) {
        return new Job(jenkins, path + "job/" + name + "/");
    }

    /** The job of the one branch beside {@code main}, whatever Jenkins makes of its name. */
    Job other() {
        String url = Awaitility.await("a second branch of " + path)
                .atMost(PATIENCE)
                .until(this::otherUrl, Optional::isPresent)
                .orElseThrow();
        return new Job(
                jenkins,
                URI.create(url)
                        .getRawPath()
                        .substring(jenkins.url().getRawPath().length()));
    }

    private Optional<String> otherUrl() {
        return jenkins.json(path + "api/json").list("jobs").stream()
                .filter(job -> !job.text("name").equals("main"))
                .map(job -> job.text("url"))
                .findFirst();
    }
}
