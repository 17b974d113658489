package io.jenkins.plugins.checks.api;

public enum ChecksConclusion {
    NONE,
    CANCELED,
    FAILURE,
    NEUTRAL,
    SUCCESS
}
