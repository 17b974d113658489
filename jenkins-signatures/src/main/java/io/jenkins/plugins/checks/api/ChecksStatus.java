package io.jenkins.plugins.checks.api;

public enum ChecksStatus {
    IN_PROGRESS,
    COMPLETED
}
