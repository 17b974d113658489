package io.jenkins.plugins.azml.emulator.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it heard, and lets a test wait for it. */
final class RecordingJobListener implements JobListener {
    private final List<JobStatus> statuses = new CopyOnWriteArrayList<>();
    private final StringBuffer log = new StringBuffer();
    private final CompletableFuture<JobOutcome> outcome = new CompletableFuture<>();
    private final CompletableFuture<Void> firstLog = new CompletableFuture<>();

    @Override
    public void status(JobStatus status) {
        statuses.add(status);
    }

    @Override
    public void log(byte[] bytes) {
        log.append(new String(bytes, UTF_8));
        firstLog.complete(null);
    }

    @Override
    public void ended(JobOutcome how) {
        outcome.complete(how);
    }

    JobOutcome outcome() {
        return outcome.join();
    }

    boolean isOver() {
        return outcome.isDone();
    }

    void awaitFirstLog() {
        CompletableFuture.anyOf(firstLog, outcome).join();
    }

    List<JobStatus> statuses() {
        return statuses;
    }

    String log() {
        return log.toString();
    }
}
