package io.jenkins.plugins.azml.scenarios.simulation;

/** Something that may never happen, and did. */
record Violation(Check check, String what) {
    @Override
    public String toString() {
        return check + ": " + what;
    }
}
