package io.jenkins.plugins.azml.runner.steps;

/** What the JVM of a controller says where an argument is missing that Jenkins does not check. */
final class Nulls {
    private Nulls() {}

    static String relativePath() {
        return "Cannot invoke \"String.startsWith(String)\" because \"rel\" is null";
    }

    static String text() {
        return "Cannot invoke \"String.length()\" because \"str\" is null";
    }
}
