package io.jenkins.plugins.azml.runner.build;

/** The variable {@code scm}: the repository that the Jenkinsfile came from. */
public enum Scm {
    INSTANCE
}
