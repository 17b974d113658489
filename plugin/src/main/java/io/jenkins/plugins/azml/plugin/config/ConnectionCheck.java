package io.jenkins.plugins.azml.plugin.config;

import hudson.ExtensionPoint;

/** Tries a workspace as it is typed into the form. */
public interface ConnectionCheck extends ExtensionPoint {
    /**
     * Reads the workspace from Azure.
     *
     * @return where it is, for people
     * @throws io.jenkins.plugins.azml.engine.problem.ProblemException if it cannot be read
     * @throws io.jenkins.plugins.azml.engine.rest.Unsettled likewise, worth another try
     */
    String check(NamedWorkspace workspace);
}
